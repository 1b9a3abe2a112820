// One plan, many variants: each worked out on a copy of what was read once.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "base/diagnostic.h"
#include "calc/balances.h"
#include "calc/resolve.h"
#include "calc/wijziging/apply.h"
#include "plan/load.h"

namespace saldo {

// A plan with its changes, up to its balances.
struct Variant {
  Plan plan;
  std::optional<Amounts> amounts;
  Balances balances;
  Findings findings;  // why it cannot be worked out; figures count only without any
};

// Into a variant that may have been used before: copying a plan over one of the same shape costs little. `base` has been
// read in full and without findings.
void work_out_variant(const PlanBase& base, const ChangeList& changes, Variant& variant);

// The closing balances of the investeringsbudget, and the lowest of them: the first when it is reached twice.
struct RibFigures {
  std::vector<Money> stand;  // per year
  Money laagste;
  Year laagste_jaar;
};
// None when the plan names no investeringsbudget.
std::optional<RibFigures> rib_figures(const Plan& plan, const Balances& balances);

}  // namespace saldo
