#include "calc/check/controle/sum_search.h"

#include <algorithm>

namespace saldo {

namespace {

// Sums of `terms` amounts begin with an item after all that were chosen, so that each is found once.
std::size_t first_after(const Sum& chosen) { return chosen.empty() ? 0 : chosen.back().item + 1; }

}  // namespace

SumSearch::SumSearch(std::vector<Money> amounts) : amounts_(std::move(amounts)) {
  for (std::size_t i = 0; i < amounts_.size(); ++i) {
    if (amounts_[i] == Money()) continue;
    by_value_.push_back({amounts_[i], {i, 1}});
    if (Money() < amounts_[i]) by_value_.push_back({-amounts_[i], {i, -1}});
  }
  std::stable_sort(by_value_.begin(), by_value_.end(),
                   [](const Entry& a, const Entry& b) { return a.value < b.value; });
}

Sums SumSearch::find(Window window, std::size_t fewest, std::size_t most) const {
  constexpr std::size_t most_amounts[] = {0, SIZE_MAX, most_for_pairs, most_for_triples};
  for (std::size_t terms = fewest; terms <= most && amounts_.size() <= most_amounts[terms]; ++terms)
    for (const bool take_off : {false, true}) {
      if (take_off && terms == 3) continue;
      if (Sums sums = find_exactly(window, terms, take_off); sums.settled()) return sums;
    }
  return {};
}

Sums SumSearch::find_exactly(Window window, std::size_t terms, bool take_off) const {
  Sums sums;
  Sum chosen;
  extend(window, terms, take_off, chosen, sums);
  if (sums.too_many) sums.found.clear();
  return sums;
}

void SumSearch::extend(Window window, std::size_t terms, bool take_off, Sum& chosen, Sums& sums) const {
  if (terms == 1) return finish(window, take_off, chosen, sums);
  for (std::size_t i = first_after(chosen); i < amounts_.size() && !sums.too_many; ++i)
    for (const int sign : {1, -1}) {
      if (amounts_[i] == Money() || (sign < 0 && (!take_off || amounts_[i] < Money()))) continue;
      const Money value = sign < 0 ? -amounts_[i] : amounts_[i];
      chosen.push_back({i, sign});
      extend({window.low - value, window.high - value}, terms - 1, take_off, chosen, sums);
      chosen.pop_back();
    }
}

void SumSearch::finish(Window window, bool take_off, Sum& chosen, Sums& sums) const {
  if (window.low.is_overflow() || window.high.is_overflow()) return;
  auto entry = std::lower_bound(by_value_.begin(), by_value_.end(), window.low,
                                [](const Entry& a, Money low) { return a.value < low; });
  for (; entry != by_value_.end() && entry->value <= window.high && !sums.too_many; ++entry) {
    if (entry->summand.item < first_after(chosen) || (entry->summand.sign < 0 && !take_off)) continue;
    sums.found.push_back(chosen);
    sums.found.back().push_back(entry->summand);
    sums.too_many = sums.found.size() > most_alternatives;
  }
}

}  // namespace saldo
