// Plan -> Amounts: every rule worked out once, in the order in which amounts need each other.
#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "base/finding/diagnostic.h"
#include "calc/cells.h"
#include "calc/formulas.h"
#include "plan/model.h"

namespace saldo {

// What few steps have.
struct StepMore {
  std::optional<Money> opening = {};   // for a sluitpost: the budget per 1 januari it started from
  std::vector<WorkedLine> lines = {};  // of the onderbouwing
};

// How a derived amount came about, as it was worked out. A large plan has as many as it has derived amounts.
struct Step {
  Amount base;  // what the rule was applied to: the year before, the posts under a percentage, the total
  Few<StepMore> more;
  Ratio exact;  // in cents, before rounding; for a sluitpost or spiegel the amount itself
};

// The steps of all derived amounts, for whoever asks why.
using Trace = std::unordered_map<std::uint64_t, Step>;  // by position(CellId)

struct Resolved {
  Amounts amounts;
  std::vector<Amount> under_booked;  // what was budgeted where something was booked, by Plan::booked
  Findings findings;  // circles, mirrors without another side, amounts out of range; amounts count only without any
};

// The plan must have been loaded without findings. Needs no recursion, so a chain of rules may be as long as the plan.
// Keeps the steps in `trace` where there is one.
Resolved resolve(const Plan& plan, Trace* trace = nullptr);

}  // namespace saldo
