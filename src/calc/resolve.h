// Plan -> Amounts: every rule worked out once, in the order in which amounts need each other.
#pragma once

#include <vector>

#include "base/finding/diagnostic.h"
#include "calc/cells.h"
#include "calc/formulas.h"
#include "plan/model.h"

namespace saldo {

// What the rule of each amount that follows from others was applied to, in the place of that amount, for who asks why
// (calc/told/step.h): the year before, the posts under a percentage, what is mirrored; of a sluitpost the budget per 1
// januari that it started from. All else can be told without it.
using Trace = Amounts;

struct Resolved {
  Amounts amounts;
  std::vector<Amount> under_booked;  // what was budgeted where something was booked, by Plan::booked
  Findings findings;  // circles, mirrors without another side, amounts out of range; amounts count only without any
};

// The plan must have been loaded without findings. Needs no recursion, so a chain of rules may be as long as the plan.
// Fills `trace` where there is one.
Resolved resolve(const Plan& plan, Trace* trace = nullptr);

}  // namespace saldo
