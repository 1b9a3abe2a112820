// For which totals the money of a cell counts: what goes to a reserve is no lasten, and what an exploitatie does is in no
// stand.
#pragma once

#include "calc/diff/plan_diff.h"
#include "calc/diff/two_plans.h"

namespace saldo {

struct Counted {
  int side = 1;       // for the baten or the lasten
  int stand = 1;      // for the eindsaldo
  int resultaat = 1;  // -1: what a reserve gets by itself is taken from the result
  friend bool operator==(const Counted&, const Counted&) = default;
};

// Of a plan as a whole or its lines; `of_project`: of the project itself, where a reserve has baten and lasten.
Counted counted_in_version(const TwoPlans& two, const PairedCell& cell, bool is_old, bool of_project = false);
// In the new plan, else in the old one.
Counted counted_in(const TwoPlans& two, const PairedCell& cell, bool of_project = false);

void count(const Counted& counted, Direction direction, std::size_t year, Money money, EffectOnTotals& effect);

}  // namespace saldo
