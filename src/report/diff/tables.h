// PlanDiff -> Tables: what changed, the amounts before and after, and the bridge (aansluiting) from the old to the new.
#pragma once

#include <string>
#include <vector>

#include "base/table.h"
#include "calc/diff/plan_diff.h"

namespace saldo {

// What the user calls the two plans.
struct VersionNames {
  std::string oud;
  std::string nieuw;
};

// Every verschil in words, with its effect on the saldo per year and on the eindsaldo and investeringsbudget in the end.
// `years` lie within those of either plan, here and below.
Table report_changes(const PlanDiff& diff, const VersionNames& names, Years years);

// Projects and posts that differ, with the old and the new amounts.
Table report_differing_posts(const PlanDiff& diff, Years years);

// The eindsaldo of the programmalijnen that differ, of the plan and of the investeringsbudget.
Table report_differing_balances(const PlanDiff& diff, Years years);

// From the old to the new figure of the plan. `most` verschillen get a line of their own, the rest one together.
Table report_bridge(const PlanDiff& diff, const VersionNames& names, Figure figure, Year year, std::size_t most);

}  // namespace saldo
