#include "base/finding/diagnostic.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace saldo {

namespace {

// As std::stable_sort would leave them, with room for one more: there may be as many as a plan has posts.
void put_in_order(Findings& findings, std::vector<std::pair<Place, std::size_t>>& order) {
  for (std::size_t first = 0; first < order.size(); ++first) {
    if (order[first].second == first) continue;
    Diagnostic kept = std::move(findings[first]);
    std::size_t at = first;
    for (std::size_t from = order[at].second; from != first; from = order[at].second) {
      findings[at] = std::move(findings[from]);
      order[at].second = at;
      at = from;
    }
    findings[at] = std::move(kept);
    order[at].second = at;
  }
}

}  // namespace

// A finding is large and its place is small: those are sorted, and each finding moves once.
void sort_by_place(Findings& findings) {
  std::vector<std::pair<Place, std::size_t>> order;
  order.reserve(findings.size());
  for (std::size_t i = 0; i < findings.size(); ++i) order.emplace_back(findings[i].place, i);
  const auto before = [](const auto& a, const auto& b) { return a.first < b.first; };
  if (std::is_sorted(order.begin(), order.end(), before)) return;
  std::stable_sort(order.begin(), order.end(), before);
  put_in_order(findings, order);
}

}  // namespace saldo

template class std::vector<saldo::Related>;
template class std::vector<saldo::Diagnostic>;
