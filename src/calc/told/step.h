// How one derived amount came about, for who explains it.
#pragma once

#include <optional>
#include <vector>

#include "calc/resolve.h"

namespace saldo {

struct Step {
  Formula formula{};
  Amount base;  // what the rule was applied to, as in Trace; of an onderbouwing or a total the whole
  Ratio exact;  // in cents, before rounding and a maximum; no other than `base` where nothing is rounded
  std::vector<WorkedLine> lines = {};  // of the onderbouwing, where the amount or its total is one
};

// Made anew by the rule of the cell, as a plan has many derived amounts and few are asked for. `trace` is that of working
// out the plan. None where the amount is what is written, and where PM or nothing is carried on.
std::optional<Step> step_of(const Plan& plan, const Trace& trace, const AmountOf& cell);

}  // namespace saldo
