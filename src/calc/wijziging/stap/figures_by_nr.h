// The balances of projects by their numbers, and of the plan that they make, while some of them become others.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "calc/balances.h"
#include "calc/wijziging/stap/running_sum.h"

namespace saldo {

// Numbers stay with a project, as its position does not while others come and go. Whether the plan as a whole has a stand is
// not followed.
class FiguresByNr {
 public:
  explicit FiguresByNr(std::size_t years);

  // In the place of what it had, if it had any.
  void set(const std::string& nr, Balance balance);
  void drop(const std::string& nr);

  const Balance* find(const std::string& nr) const;  // null: there is no such project
  const Balance& total() const { return total_; }
  std::size_t size() const { return of_.size(); }
  // False: a sum of them is beyond its range, or may be.
  bool is_sound() const;
  // In the order in which they were set first.
  std::vector<std::pair<std::string, Balance>> all() const;

 private:
  struct Of {
    std::size_t rank;
    Balance balance;
  };
  using Sums = std::array<RunningSum, 5>;  // baten, lasten, toevoeging, onttrekking, eindsaldo

  void count(const Balance& balance, int sign);

  std::unordered_map<std::string, Of> of_;
  std::size_t next_rank_ = 0;
  std::vector<Sums> sums_;  // of each year
  RunningSum opening_;
  Wide size_ = 0;  // of all money in them, whatever its sign
  Balance total_;
};

}  // namespace saldo
