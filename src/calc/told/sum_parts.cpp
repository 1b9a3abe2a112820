#include "calc/told/sum_parts.h"

#include <algorithm>
#include <utility>

namespace saldo {

Amount sum_of_parts(const std::vector<SumPart>& parts) {
  Amount sum;
  for (const SumPart& part : parts) sum += part.amount;
  return sum;
}

Money rest_of(Amount figure, const std::vector<SumPart>& parts) {
  return figure.counted() - sum_of_parts(parts).counted();
}

void add_rest(Amount figure, std::string words, std::vector<SumPart>& parts) {
  const Money rest = rest_of(figure, parts);
  if (rest != Money()) parts.push_back({std::move(words), Amount(rest)});
}

Amount take_smaller(std::vector<SumPart>& parts, std::size_t most) {
  if (parts.size() <= most) return {};
  const auto size_of = [](const SumPart& part) { return part.amount.counted().size(); };
  std::stable_sort(parts.begin(), parts.end(),
                   [&](const SumPart& a, const SumPart& b) { return size_of(b) < size_of(a); });
  const std::vector<SumPart> smaller(parts.begin() + static_cast<std::ptrdiff_t>(most), parts.end());
  parts.resize(most);
  return sum_of_parts(smaller);
}

}  // namespace saldo
