#include "calc/formulas.h"

#include <algorithm>
#include <iterator>
#include <span>

namespace saldo {

namespace {

Formula formula_of(TermKind kind) {
  switch (kind) {
    case TermKind::amount: return Formula::bedrag;
    case TermKind::part: return Formula::deel;
    case TermKind::onderbouwing: return Formula::onderbouwing;
    case TermKind::sluitpost: return Formula::sluitpost;
    case TermKind::spiegel: break;
  }
  return Formula::spiegel;
}

// Of a year for which nothing is written beside the rule, if there is one.
Formula formula_of(std::monostate) { return Formula::leeg; }
Formula formula_of(const Total&) { return Formula::leeg; }
Formula formula_of(const Percentage&) { return Formula::percentage; }

}  // namespace

Formula formula_of(const Plan& plan, const Project& project, const Post& post, const Side& side, std::size_t year) {
  return formula_of(plan, project, post, side, year, find_term(side, plan.years.at(year)));
}

Formula formula_of(const Plan& plan, const Project& project, const Post& post, const Side& side, std::size_t year,
                   const Term* term) {
  if (term != nullptr) return formula_of(term->kind);
  if (!side.has_formula()) return grows(plan, project, post, side, year) ? Formula::index : Formula::leeg;
  if (post.more->einde && *post.more->einde < plan.years.at(year)) return Formula::leeg;
  return std::visit([](const auto& rule) { return formula_of(rule); }, side.rules->formula);
}

Money sum_of(const std::vector<WorkedLine>& lines) {
  Money sum;
  for (const WorkedLine& line : lines) sum += line.amount;
  return sum;
}

Ratio product_of(const Onderbouwing& line) {
  Ratio product{100, 1};
  for (const Ratio factor : line.factoren) product = product * factor;
  return product;
}

std::vector<WorkedLine> onderbouwing_lines(const Plan& plan, const Post& post) {
  std::vector<WorkedLine> lines;
  for (const Onderbouwing& line : *post.more->onderbouwing) {
    const Ratio exact = line.bedrag ? Ratio::of(*line.bedrag) : product_of(line);
    lines.push_back({exact, line.bedrag ? *line.bedrag : rounded(exact, rounding_of(plan, post))});
  }
  return lines;
}

Parts total_parts(const Plan& plan, const Post& post, const Total& total) {
  Parts parts;
  if (!total.totaal) parts.lines = onderbouwing_lines(plan, post);
  parts.whole = total.totaal ? *total.totaal : sum_of(parts.lines);
  const std::vector<Ratio> shares = ratios_of(total.shares);
  if (sum_of(shares) == Ratio{1, 1}) {
    parts.parts = split(parts.whole, shares, rounding_of(plan, post).unit);
    return parts;
  }
  for (const Ratio& share : shares)
    parts.parts.push_back(rounded(Ratio::of(parts.whole) * share, rounding_of(plan, post)));
  return parts;
}

Ratio indexed(const Plan& plan, const Post& post, Money base, std::size_t base_year, std::size_t year) {
  Ratio value = Ratio::of(base);
  for (std::size_t y = base_year + 1; y <= year; ++y) value = value * plan.indexes[position(post.index)].factors[y];
  return value;
}

namespace {

// A long chain needs more digits than a Ratio has.
Money rounded_chain(const Plan& plan, const Post& post, Money base, std::size_t base_year, std::size_t year,
                    const Rounding& rounding) {
  const std::vector<Ratio>& factors = plan.indexes[position(post.index)].factors;
  return rounded_product(base, std::span(factors).subspan(base_year + 1, year - base_year), rounding);
}

}  // namespace

Derived by_index(const Plan& plan, const Post& post, Amount base, std::size_t base_year, std::size_t year) {
  return by_index(plan, post, base, base_year, year, rounding_of(plan, post));
}

Derived by_index(const Plan& plan, const Post& post, Amount base, std::size_t base_year, std::size_t year,
                 const Rounding& rounding) {
  if (!base.is_money()) return {base, {}};
  const Ratio exact = indexed(plan, post, base.counted(), base_year, year);
  if (!exact.is_overflow()) return {rounded(exact, rounding), exact};
  const auto chain = [&](const Rounding& to) { return rounded_chain(plan, post, base.counted(), base_year, year, to); };
  return {chain(rounding), Ratio::of(chain({}))};
}

Derived by_percentage(const Plan& plan, const Post& post, const Percentage& percentage, Amount base) {
  if (!base.is_money()) return {base, {}};
  const Ratio exact = Ratio::of(base.counted()) * percentage.rate();
  return {rounded(exact, rounding_of(plan, post)), exact};
}

Ratio index_rate(const Plan& plan, const Post& post, std::size_t base_year, std::size_t year) {
  const Ratio exact = indexed(plan, post, Money::of_cents(1), base_year, year);
  if (!exact.is_overflow()) return exact;
  constexpr std::int64_t digits = 1'000'000'000'000'000;
  const Money grown = rounded_chain(plan, post, Money::of_cents(digits), base_year, year, {});
  return Ratio::of(grown) * Ratio{1, digits};
}

Derived at_most(const Side& side, Derived derived, Money earlier) {
  if (side.maximum() == nullptr || !derived.amount.is_money()) return derived;
  const Money most =
      side.maximum()->of_all_years ? std::max(Money(), side.maximum()->amount - earlier) : side.maximum()->amount;
  derived.amount = std::min(derived.amount.counted(), most);
  return derived;
}

Derived from_needs(Formula formula, const Plan& plan, const Post& post, const Side& side, std::size_t year, Amount sum,
                   Money earlier) {
  switch (formula) {
    case Formula::index:
      return at_most(side, by_index(plan, post, sum, index_base_year(plan, post, side, year), year), earlier);
    case Formula::percentage: return at_most(side, by_percentage(plan, post, *side.percentage(), sum), earlier);
    case Formula::sluitpost:
    case Formula::spiegel: return {sum, Ratio::of(sum.counted())};
    case Formula::leeg:
    case Formula::bedrag:
    case Formula::deel:
    case Formula::onderbouwing: break;
  }
  return {};
}

std::optional<std::size_t> last_written(const Plan& plan, const Side& side, std::size_t year) {
  const auto after = std::partition_point(side.terms.begin(), side.terms.end(),
                                          [&](const Term& t) { return t.year < plan.years.at(year); });
  if (after == side.terms.begin()) return std::nullopt;
  return plan.years.index(std::prev(after)->year);
}

std::size_t index_base_year(const Plan& plan, const Post& post, const Side& side, std::size_t year) {
  return rounding_of(plan, post).exact_chain ? *last_written(plan, side, year) : year - 1;
}

bool grows(const Plan& plan, const Project& project, const Post& post, const Side& side, std::size_t year) {
  if (post.index == no_index || side.has_formula() || side.terms.empty()) return false;
  const Year when = plan.years.at(year);
  return side.terms.front().year < when && (!project.more->einde || when <= *project.more->einde) &&
         (!post.more->einde || when <= *post.more->einde);
}

}  // namespace saldo
