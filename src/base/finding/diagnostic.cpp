#include "base/finding/diagnostic.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace saldo {

// A finding is large and its place is small: those are sorted, and each finding moves once.
void sort_by_place(Findings& findings) {
  std::vector<std::pair<Place, std::size_t>> order;
  order.reserve(findings.size());
  for (std::size_t i = 0; i < findings.size(); ++i) order.emplace_back(findings[i].place, i);
  const auto before = [](const auto& a, const auto& b) { return a.first < b.first; };
  if (std::is_sorted(order.begin(), order.end(), before)) return;
  std::stable_sort(order.begin(), order.end(), before);
  Findings sorted;
  sorted.reserve(findings.size());
  for (const auto& [place, from] : order) sorted.push_back(std::move(findings[from]));
  findings = std::move(sorted);
}

}  // namespace saldo

template class std::vector<saldo::Related>;
template class std::vector<saldo::Diagnostic>;
