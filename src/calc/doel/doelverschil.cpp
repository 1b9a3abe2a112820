#include "calc/doel/doelverschil.h"

#include <algorithm>

namespace saldo {

std::vector<ComparedDoel> compare_doelen(std::span<const Worked* const> variants, const Doelboom& tree) {
  std::vector<ComparedDoel> all(tree.order.size());
  for (std::size_t i = 0; i < all.size(); ++i) all[i].doel = tree.order[i];
  for (const Worked* worked : variants) {
    const MoneyCounter counter(*worked);
    const std::vector<PostShares> posts = posts_of_doelen(worked->plan, tree);
    for (ComparedDoel& one : all) {
      std::vector<Amount>& netto = one.netto.emplace_back();
      for (const DoelgeldYear& year : counter.count(posts[position(one.doel)])) netto.push_back(year.netto_lasten());
    }
  }
  std::erase_if(all, [](const ComparedDoel& one) {
    return std::all_of(one.netto.begin(), one.netto.end(),
                       [&](const std::vector<Amount>& netto) { return netto == one.netto.front(); });
  });
  return all;
}

}  // namespace saldo
