// The goals of a plan with their targets, what those came to and how far they are.
#pragma once

#include <optional>
#include <vector>

#include "base/table.h"
#include "calc/doel/doelboom.h"
#include "calc/doel/voortgang.h"

namespace saldo {

struct DoelenTableOptions {
  std::optional<Years> years = {};        // only targets for one of these years
  std::optional<StreefStand> stand = {};  // only those that stand so
  std::optional<Date> until = {};         // due_until()
  bool by_line = false;                   // per programmalijn, and what is in none
};

// Whether `years` and `stand` leave this target in.
bool is_asked(const Streef& streef, const Voortgang& voortgang, const DoelenTableOptions& options);

// A row per goal, with its first target, and one below it for each other target. Of what is left out by `years` or `stand`,
// the goals above what stays are there as well.
Table report_doelen(const Plan& plan, const Doelboom& tree, const DoelenTableOptions& options);

}  // namespace saldo
