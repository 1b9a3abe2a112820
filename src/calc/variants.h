// One plan, many variants: each worked out on a copy of what was read once.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <vector>

#include "calc/apply_changes.h"
#include "calc/balances.h"
#include "calc/resolve.h"
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

// Runs `work(position)` for every position below `count`, on `threads` threads that each take the next one. Every thread
// makes its own work, so that it has memory of its own; what it finds it stores by position.
void on_threads(std::size_t count, std::size_t threads,
                const std::function<std::function<void(std::size_t)>()>& make_work);

// As many as the machine has cores.
std::size_t all_cores();

}  // namespace saldo
