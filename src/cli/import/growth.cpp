#include "cli/import/growth.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>
#include <utility>

#include "base/ratio.h"

namespace saldo {

namespace {

constexpr std::size_t least_years = 3;
constexpr std::size_t least_rows = 2;
constexpr std::int64_t most_tenths = 500;  // 50%: beyond it is chance

// What the amounts of a plan are whole multiples of: a thousand, a tenth of that, a cent.
Money digits_of(const NewPlan& plan) {
  Money unit = plan.eenheid;
  const auto fits = [&unit](const YearAmounts& amounts) {
    return std::all_of(amounts.begin(), amounts.end(),
                       [&unit](Amount a) { return a.counted().cents() % unit.cents() == 0; });
  };
  const auto all_fit = [&] {
    return std::all_of(plan.projects.begin(), plan.projects.end(), [&](const NewProject& project) {
      return fits(project.amounts.lasten) && fits(project.amounts.baten) &&
             std::all_of(project.posts.begin(), project.posts.end(),
                         [&](const NewPost& post) { return fits(post.amounts.lasten) && fits(post.amounts.baten); });
    });
  };
  while (unit.cents() > 1 && !all_fit()) unit = Money::of_cents(unit.cents() / 10);
  return unit;
}

// Whether each year is as far from the one before it as rounding can explain: most rows grow in no such way, and to round
// exactly takes much longer than this.
bool is_near(const YearAmounts& amounts, std::size_t years, std::int64_t tenths, Money digits) {
  for (std::size_t year = 0; year + 1 < years; ++year) {
    const Wide grown = Wide{amounts[year].counted().cents()} * (1000 + tenths);
    const Wide off = grown - Wide{amounts[year + 1].counted().cents()} * 1000;
    if ((off < 0 ? -off : off) > Wide{digits.cents()} * 1000) return false;
  }
  return true;
}

std::optional<std::int64_t> growth_of(const YearAmounts& amounts, std::size_t years, Money digits) {
  if (years < least_years || amounts.size() < years) return std::nullopt;
  const bool whole =
      std::all_of(amounts.begin(), amounts.end(), [](Amount a) { return a.is_money() && a.counted() > Money(); });
  if (!whole) return std::nullopt;
  const Wide first = amounts[0].counted().cents(), second = amounts[1].counted().cents();
  const Wide thousandths = ((second - first) * 2000 + first) / (2 * first);
  const auto tenths = static_cast<std::int64_t>(thousandths);
  if (second <= first || tenths <= 0 || tenths > most_tenths) return std::nullopt;
  if (!is_near(amounts, years, tenths, digits)) return std::nullopt;
  Rounding rounding;
  rounding.unit = digits;
  for (std::size_t year = 0; year + 1 < years; ++year) {
    const Ratio factors[] = {{1000 + tenths, 1000}};
    if (rounded_product(amounts[year].counted(), factors, rounding) != amounts[year + 1].counted()) return std::nullopt;
  }
  return tenths;
}

}  // namespace

std::vector<Growth> find_growth(const NewPlan& plan) {
  const Money digits = digits_of(plan);
  std::map<std::pair<Direction, std::int64_t>, std::vector<std::string>> found;
  const auto look = [&](const std::string& name, const BothSides<YearAmounts>& amounts) {
    for (const Direction direction : {Direction::baten, Direction::lasten}) {
      const YearAmounts& side = direction == Direction::baten ? amounts.baten : amounts.lasten;
      if (const auto tenths = growth_of(side, plan.years.size(), digits)) found[{direction, *tenths}].push_back(name);
    }
  };
  for (const NewProject& project : plan.projects) {
    look(project.nr, project.amounts);
    for (std::size_t at = 0; at < project.posts.size(); ++at)
      look(fmt::format("{}/{}", project.nr,
                       project.posts[at].nr.empty() ? std::to_string(at + 1) : project.posts[at].nr),
           project.posts[at].amounts);
  }
  std::vector<Growth> all;
  for (auto& [key, rows] : found)
    if (rows.size() >= least_rows) all.push_back({key.first, key.second, std::move(rows)});
  return all;
}

std::string growth_text(const NewPlan& plan) {
  constexpr std::size_t listed = 12;
  std::string text;
  for (const Growth& growth : find_growth(plan)) {
    const std::string name = fmt::format("groei-{}-{}", growth.tenths / 10, growth.tenths % 10);
    const std::size_t shown = std::min(growth.rows.size(), listed);
    text += fmt::format(
        "\n# Dit lijkt een regel, en is niet geschreven: de {0} van {1}{2} groeien elk jaar {3},{4}%.\n"
        "# [index]\n# {5} = {3}.{4}\n# en bij elk: {0} = {{ {6} = … }}, index = \"{5}\"\n",
        to_text(growth.direction),
        fmt::join(growth.rows.begin(), growth.rows.begin() + static_cast<std::ptrdiff_t>(shown), ", "),
        shown < growth.rows.size() ? fmt::format(" en nog {}", growth.rows.size() - shown) : "", growth.tenths / 10,
        growth.tenths % 10, name, plan.years.first.value);
  }
  return text;
}

}  // namespace saldo
