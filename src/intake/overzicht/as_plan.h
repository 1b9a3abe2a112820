// What was read of a published table as a plan: its rows as lines, projects and posts, its totals as controles.
#pragma once

#include <string>

#include "intake/overzicht/overzicht.h"
#include "plan/write/new_plan.h"

namespace saldo {

struct PlanNames {
  std::string naam;  // of the plan
  std::string bron;  // of its controles: "begroting.xlsx, blad Meerjaren"
};

// Of a table that leaves nothing open; a csv may have forgotten its cells. A total that covers what is no line, project or the whole has no controle.
NewPlan as_plan(const Sheet& sheet, const Overzicht& overzicht, const PlanNames& names);

// What stands above the headings and is no unit; "": nothing.
std::string title_of(const Sheet& sheet, const Overzicht& overzicht);

}  // namespace saldo
