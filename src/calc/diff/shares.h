// What of a difference belongs to which change.
#pragma once

#include <map>
#include <vector>

#include "calc/diff/plan_diff.h"

namespace saldo {

struct Share {
  std::uint32_t change;  // by the order in which the changes were met
  Money money;
};
using Shares = std::vector<Share>;

Shares tidy(Shares shares);  // each change once, in that order
void add(Shares& shares, const Shares& more, int sign);
Money sum_of(const Shares& shares);

// `part` divided as `shares` times `factor`; what rounding leaves goes to the largest.
Shares scaled(Shares shares, Ratio factor, Money part);

// The changes that cause something, by the order in which they were met.
class CauseList {
 public:
  explicit CauseList(std::map<ChangeKey, Change>& changes) : changes_(changes) {}
  std::uint32_t number(const ChangeKey& key);
  Change& operator[](std::uint32_t number) { return *causes_[number]; }

 private:
  std::map<ChangeKey, Change>& changes_;
  std::map<ChangeKey, std::uint32_t> numbers_;
  std::vector<Change*> causes_;  // a map does not move what is in it
};

}  // namespace saldo
