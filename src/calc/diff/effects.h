// Divides the differences between the cells of two plans over the verschillen that caused them.
#pragma once

#include "calc/diff/plan_diff.h"

namespace saldo {

// Adds to `diff.verschillen` the changes in what is written for baten and lasten, and to all of them their effects.
void find_effects(PlanDiff& diff);

// The verschil that a difference in what is written for this cell belongs to.
VerschilKey own_verschil(const TwoPlans& two, const PairedCell& cell);

}  // namespace saldo
