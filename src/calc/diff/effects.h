// Divides the differences between the cells of two plans over the verschillen that caused them.
#pragma once

#include "calc/diff/plan_diff.h"

namespace saldo {

// Adds to `diff.verschillen` the changes in what is written for baten and lasten, and to all of them their effects.
void find_effects(PlanDiff& diff);

// The verschil that a difference in what is written for this cell belongs to.
VerschilKey own_verschil(const TwoPlans& two, const PairedCell& cell);

// For which totals the money of a cell counts: what goes to a reserve is no lasten, and what an exploitatie does is in no
// stand.
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
