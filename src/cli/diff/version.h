// A plan as somebody names it, from the disk or from git, worked out to be compared with another.
#pragma once

#include <optional>
#include <vector>

#include "cli/computed.h"
#include "report/diff/tables.h"

namespace saldo {

// With what is needed to show a line of its files.
struct Version {
  Computed computed;
  std::vector<SourceText> texts;  // of a plan from git; empty: the files are on the disk
  std::vector<OwnAdopted> adopted;
  std::vector<Scenario> scenarios;
};

// Up to its balances, or why not, told on err. `other` is the plan it is compared with.
std::optional<Version> read_version(const PlanAsked& asked, const PlanAsked& other, const Console& console);

// The begrotingswijzigingen that are carried out. One takes up the lines of its file until the next.
std::vector<OwnAdopted> adopted_in(const PlanBase& base, const PlanAsked& asked);

// Those that are not among `others`.
std::vector<OwnAdopted> without(std::vector<OwnAdopted> adopted, const std::vector<OwnAdopted>& others);

}  // namespace saldo
