// Balances that are kept up to date while amounts change. None of programmalijnen.
#pragma once

#include <array>
#include <span>
#include <utility>
#include <vector>

#include "calc/balances.h"
#include "calc/wijziging/stap/followed_amounts.h"
#include "calc/wijziging/stap/moved.h"

namespace saldo {

class FollowedBalances {
 public:
  // Of a plan that stays where it is, with its amounts as they are now: the projects and the plan as a whole.
  FollowedBalances(const Plan& plan, const Amounts& amounts, std::vector<Balance> projects, Balance total);

  const Balance& total() const { return total_; }
  const Balance& project(std::size_t project) const { return projects_[project]; }

  // What these cells became, and what these projects begin with now. Gives the balances that are another, as they were, in
  // the order of the plan.
  std::vector<std::pair<std::size_t, Balance>> follow(std::span<const FollowedCell> cells,
                                                      std::span<const std::size_t> openings);

 private:
  using Year = std::array<RunningSum, 4>;  // baten, lasten, toevoeging, onttrekking
  using Years = std::vector<Year>;

  void count(const AmountOf& cell, Amount was, Amount is);
  void run_on_from(std::size_t project, const Balance& was);

  const Plan& plan_;
  std::vector<Balance> projects_;
  Balance total_;
  std::vector<Years> sums_;  // of each project
  Years total_sums_;
};

}  // namespace saldo
