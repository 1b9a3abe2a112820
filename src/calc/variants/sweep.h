// Many variants of one plan at once: a range of values, or two ranges crossed, with a few figures of each variant.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <span>
#include <vector>

#include "base/finding/diagnostic.h"
#include "base/on_threads.h"
#include "calc/variants/rib_figures.h"
#include "calc/wijziging/apply.h"
#include "calc/worked.h"
#include "plan/sweep.h"

namespace saldo {

std::size_t count_values(const Sweep& sweep);

// More variants than this are refused: nobody reads them, and each takes room.
inline constexpr std::size_t max_variants = 100'000;

// How many variants the sweeps, crossed, come to; `max_variants` + 1 where that is too many.
std::size_t count_variants(std::span<const Sweep> sweeps);

// The value at a position, in the units of the sweep.
std::int64_t value_at(const Sweep& sweep, std::size_t position);

// The change with the value at a position.
Wijziging change_at(const Sweep& sweep, std::size_t position);

// A value of a range of percentages as a share: 4% is 1/25.
Ratio share_of(std::int64_t billionths);

// How many decimals the values of a range of percentages need.
int decimals_of(const Sweep& sweep);

// What one figure is in a variant.
using FigureIn = std::function<Amount(const Worked&)>;

struct SweepFigures {
  std::vector<Money> uitkomst;  // of the plan, per year: its eindsaldo, or its resultaat where it has exploitatie
  std::optional<RibFigures> rib;
  Amount figure;
  Amount verschil;    // of the figure with that of the base
  Findings findings;  // why it cannot be worked out; figures count only without any
};

struct SweepInput {
  const PlanBase& base;
  const ChangeList& changes;  // of every variant, before its own
  std::span<const Sweep> sweeps;
  FigureIn figure;
  Amount of_base;  // the figure without the sweeps
};

// One for each value of a sweep; with two, for each value of the first those of the second. The same whatever the number
// of threads.
std::vector<SweepFigures> run_sweep(const SweepInput& input, std::size_t threads = all_cores());

}  // namespace saldo
