// Which goals cost otherwise in variants of a plan: those that lose or gain money.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "calc/doel/doelgeld.h"

namespace saldo {

// The net lasten of a goal, which are not the same in all variants.
struct ComparedDoel {
  DoelId doel{};
  std::vector<std::vector<Amount>> netto;  // by variant, the first of which is the base, and plan year

  bool differs(std::size_t variant, std::size_t year) const { return netto[variant][year] != netto.front()[year]; }
};

// Variants of one plan have the same goals and years. In the order of the tree.
std::vector<ComparedDoel> compare_doelen(std::span<const Worked* const> variants, const Doelboom& tree);

}  // namespace saldo
