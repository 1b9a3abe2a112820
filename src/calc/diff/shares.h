// What of a difference belongs to which verschil.
#pragma once

#include <map>
#include <vector>

#include "calc/diff/plan_diff.h"

namespace saldo {

struct Share {
  std::uint32_t verschil;  // by the order in which the verschillen were met
  Money money;
};
using Shares = std::vector<Share>;

Shares tidy(Shares shares);  // each verschil once, in that order
void add(Shares& shares, const Shares& more, int sign);
Money sum_of(const Shares& shares);

// `part` divided as `shares` times `factor`; what rounding leaves goes to the largest.
Shares scaled(Shares shares, Ratio factor, Money part);

// The verschillen that cause something, by the order in which they were met.
class CauseList {
 public:
  explicit CauseList(std::map<VerschilKey, Verschil>& verschillen) : verschillen_(verschillen) {}
  std::uint32_t number(const VerschilKey& key);
  Verschil& operator[](std::uint32_t number) { return causes_[number]->second; }
  const VerschilKey* key(std::uint32_t number) const { return &causes_[number]->first; }

 private:
  std::map<VerschilKey, Verschil>& verschillen_;
  std::map<VerschilKey, std::uint32_t> numbers_;
  std::vector<std::pair<const VerschilKey, Verschil>*> causes_;  // a map does not move what is in it
};

}  // namespace saldo
