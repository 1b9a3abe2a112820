// The graphs of amounts of two plans seen as one: what a cell that both have follows from in either.
#pragma once

#include <cstdint>
#include <vector>

#include "calc/diff/two_plans.h"
#include "calc/needs.h"

namespace saldo {

struct PairedInput {
  PairedCell cell;
  int sign = 1;
};

class PairedGraph {
 public:
  // The plans must have a year in common.
  explicit PairedGraph(const TwoPlans& two)
      : two_(two), years_(*two.common), old_(two.oud.plan), new_(two.nieuw.plan) {}

  // Counted over all pairs of posts, their sides and the years both plans have.
  std::uint64_t number(const PairedCell& cell) const;

  // The formula of both plans, whatever its parameters; `leeg` where they differ.
  Formula common_formula(const PairedCell& cell) const;

  // What the cell follows from by that formula, in either plan: each once, balances as the amounts they are the sum of,
  // in the years both have. Of an index only what the old plan goes on from, which may lie before those years.
  std::vector<PairedInput> inputs(const PairedCell& cell) const;

 private:
  std::vector<PairedInput> needs_in(const PairedCell& cell, bool is_old) const;
  std::vector<PairedInput> needs_in_both(const PairedCell& cell) const;
  PairedCell paired(const AmountOf& cell, bool is_old) const;

  const TwoPlans& two_;
  Years years_;
  AmountGraph old_, new_;
};

}  // namespace saldo
