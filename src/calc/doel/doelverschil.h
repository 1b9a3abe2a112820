// Which goals cost otherwise in variants of a plan, or are short of money there: those that lose or gain by a change.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "calc/doel/doelgeld.h"

namespace saldo {

// A goal whose net lasten are not the same in all variants, or that spends money in a project whose saldo is not.
struct ComparedDoel {
  DoelId doel{};
  // By variant, the first of which is the base, and plan year. `dekking` is by how much the saldo of the projects in which
  // it has lasten is more than in the base.
  std::vector<std::vector<Amount>> netto;
  std::vector<std::vector<Money>> dekking;

  bool differs(std::size_t variant, std::size_t year) const {
    return netto[variant][year] != netto.front()[year] || dekking[variant][year] != Money();
  }
};

// Variants of one plan have the same goals and years. In the order of the tree.
std::vector<ComparedDoel> compare_doelen(std::span<const Worked* const> variants, const Doelboom& tree);

}  // namespace saldo
