#include "calc/rules.h"

#include <algorithm>

namespace saldo {

Money onderbouwing_total(const Plan& plan, const Post& post) {
  Money sum;
  for (const Onderbouwing& line : *post.onderbouwing) {
    Ratio product{100, 1};  // cents
    for (const Ratio& factor : line.factoren) product = product * factor;
    sum += rounded(product, rounding_of(plan, post));
  }
  return sum;
}

std::vector<Money> total_parts(const Plan& plan, const Post& post, const Total& total) {
  const Money whole = total.totaal ? *total.totaal : onderbouwing_total(plan, post);
  Ratio sum{0, 1};
  for (const Ratio& share : total.shares) sum = sum + share;
  if (sum == Ratio{1, 1}) return split(whole, total.shares, rounding_of(plan, post).unit);
  std::vector<Money> parts;
  for (const Ratio& share : total.shares) parts.push_back(rounded(Ratio::of(whole) * share, rounding_of(plan, post)));
  return parts;
}

Amount indexed(const Plan& plan, const Post& post, Amount before, std::size_t year) {
  if (!before.is_money()) return before;
  const Ratio factor = plan.indexes[position(post.index)].factors[year];
  return rounded(Ratio::of(before.counted()) * factor, rounding_of(plan, post));
}

Amount indexed_exactly(const Plan& plan, const Post& post, Amount base, std::size_t base_year, std::size_t year) {
  if (!base.is_money()) return base;
  Ratio value = Ratio::of(base.counted());
  for (std::size_t y = base_year + 1; y <= year; ++y) value = value * plan.indexes[position(post.index)].factors[y];
  return rounded(value, rounding_of(plan, post));
}

const Term* find_term(const Side& side, Year year) {
  const auto found = std::find_if(side.terms.begin(), side.terms.end(), [year](const Term& t) { return t.year == year; });
  return found == side.terms.end() ? nullptr : &*found;
}

std::optional<std::size_t> last_written(const Plan& plan, const Side& side, std::size_t year) {
  const auto after = std::partition_point(side.terms.begin(), side.terms.end(),
                                          [&](const Term& t) { return t.year < plan.years.at(year); });
  if (after == side.terms.begin()) return std::nullopt;
  return plan.years.index(std::prev(after)->year);
}

bool grows(const Plan& plan, const Project& project, const Post& post, const Side& side, std::size_t year) {
  if (post.index == no_index || side.rule || side.terms.empty()) return false;
  const Year when = plan.years.at(year);
  return side.terms.front().year < when && (!project.einde || when <= *project.einde);
}

}  // namespace saldo
