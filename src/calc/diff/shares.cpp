#include "calc/diff/shares.h"

#include <algorithm>

namespace saldo {

Shares tidy(Shares shares) {
  std::sort(shares.begin(), shares.end(), [](const Share& a, const Share& b) { return a.verschil < b.verschil; });
  std::size_t count = 0;
  for (const Share& share : shares) {
    if (count > 0 && shares[count - 1].verschil == share.verschil) shares[count - 1].money += share.money;
    else shares[count++] = share;
  }
  shares.resize(count);
  return shares;
}

void add(Shares& shares, const Shares& more, int sign) {
  for (const Share& share : more) shares.push_back({share.verschil, sign > 0 ? share.money : -share.money});
}

Money sum_of(const Shares& shares) {
  Money sum;
  for (const Share& share : shares) sum += share.money;
  return sum;
}

Shares scaled(Shares shares, Ratio factor, Money part) {
  for (Share& share : shares) share.money = rounded(Ratio::of(share.money) * factor, Rounding{});
  const auto largest = std::max_element(shares.begin(), shares.end(),
                                        [](const Share& a, const Share& b) { return a.money.size() < b.money.size(); });
  if (largest != shares.end()) largest->money += part - sum_of(shares);
  return shares;
}

std::uint32_t CauseList::number(const VerschilKey& key) {
  const auto [found, is_new] = numbers_.try_emplace(key, static_cast<std::uint32_t>(causes_.size()));
  if (is_new) causes_.push_back(&*verschillen_.try_emplace(key).first);
  return found->second;
}

}  // namespace saldo
