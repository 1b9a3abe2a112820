#include "calc/check/getal/schaal.h"

#include <algorithm>

#include "base/say.h"

namespace saldo {

namespace {

Ratio size_of(Ratio ratio) { return ratio.num < 0 ? Ratio{-1, 1} * ratio : ratio; }
bool is_less(Ratio a, Ratio b) { return (b + Ratio{-1, 1} * a).num > 0; }

// Shares: 0,1% and 50%.
bool is_tiny(Ratio rate) { return rate.num != 0 && is_less(size_of(rate), {1, 1000}); }
bool is_huge(Ratio rate) { return !is_less(size_of(rate), {1, 2}); }

std::string as_number(Ratio ratio) { return to_dutch(ratio, 0, 6); }
std::string as_typed(Ratio ratio) {
  std::string text = as_number(ratio);
  std::erase(text, '.');
  std::replace(text.begin(), text.end(), ',', '.');
  return text;
}

// 2,29: a factor to two decimals.
std::string to_two_decimals(Ratio ratio) { return to_dutch(rounded(ratio * Ratio{100, 1}, {}), true); }

std::string in_year(std::optional<Year> year) { return year ? word(*year) : std::string(); }

void add(Findings& findings, Place place, Message message, Message help, Address subject, Money extent) {
  findings.push_back({Rule::verdacht_getal, place, std::move(message), {}, std::move(help), std::move(subject)});
  findings.back().extent = extent;
}

// What a rate adds to 100.000: an amount by which one that was accepted is seen to become another.
Money added(Ratio rate) { return rounded(Ratio{10'000'000, 1} * rate, {}); }

// ---- rates of an index ----

void report_tiny(const Index& index, Ratio rate, std::optional<Year> year, Place place, Findings& findings) {
  const Ratio meant = rate * Ratio{10'000, 1};
  add(findings, place,
      say("index `{}` grows by {} a year here: 100.000 becomes {}", index.naam, to_percentage(rate),
          rounded(Ratio{10'000'000, 1} * (Ratio{1, 1} + rate), {})),
      say("a rate is a percentage: write {} if {}% is meant", as_typed(meant), as_number(meant)),
      {"", "", index.naam, year}, added(rate));
}

// From an index figure to the next, as a percentage with one decimal: 126,24 and 129,15 are 2.3.
std::string step_between(Ratio before, Ratio after) {
  const Ratio step = (after * Ratio{before.den, before.num} + Ratio{-1, 1}) * Ratio{100, 1};
  return as_typed(Ratio{in_units(rounded(step * Ratio{100, 1}, {}), Money::of_cents(10)), 10});
}

void report_huge(const Index& index, Ratio rate, std::optional<Year> year, std::optional<Ratio> before, Place place,
                 Findings& findings) {
  const Ratio figure = rate * Ratio{100, 1};
  const std::string factor = to_two_decimals(Ratio{1, 1} + rate);
  Message message = year ? say("index `{}` is {} in {}: amounts are multiplied by {}", index.naam, to_percentage(rate),
                               in_year(year), factor)
                         : say("index `{}` is {} a year: amounts are multiplied by {} every year", index.naam,
                               to_percentage(rate), factor);
  Message help = before ? say("if {} and {} are index figures, write the step between them: {}",
                              as_number(*before * Ratio{100, 1}), as_number(figure), step_between(*before, rate))
                        : say("a rate is a percentage that is added: write 5.1 for 5,1%");
  add(findings, place, std::move(message), std::move(help), {"", "", index.naam, year}, added(rate));
}

// The rate of the first year is used by nothing: where it starts a row of index figures, the step after it says so.
void check_year_rates(const Plan& plan, const Index& index, std::vector<YearRate> rates, Findings& findings) {
  std::sort(rates.begin(), rates.end(), [](const YearRate& a, const YearRate& b) { return a.year < b.year; });
  for (std::size_t i = 0; i < rates.size(); ++i) {
    const auto& [year, rate, place] = rates[i];
    if (!plan.years.contains(year)) continue;
    if (is_tiny(rate)) report_tiny(index, rate, year, place, findings);
    if (!is_huge(rate)) continue;
    const bool starts = year == plan.years.first && i + 1 < rates.size() && is_huge(rates[i + 1].rate);
    const bool follows = i > 0 && is_huge(rates[i - 1].rate) && rates[i - 1].rate.num > 0 && rate.num > 0;
    if (!starts)
      report_huge(index, rate, year, follows ? std::optional(rates[i - 1].rate) : std::nullopt, place, findings);
  }
}

void check_index(const Plan& plan, const Index& index, Findings& findings) {
  if (const auto* rates = std::get_if<std::vector<YearRate>>(&index.rates))
    check_year_rates(plan, index, *rates, findings);
  const auto* rate = std::get_if<Ratio>(&index.rates);
  if (rate == nullptr) return;
  if (is_tiny(*rate)) report_tiny(index, *rate, {}, index.rate_place, findings);
  if (is_huge(*rate)) report_huge(index, *rate, {}, {}, index.rate_place, findings);
}

// ---- maal ----

void check_factor(const Multiplied& multiplied, Findings& findings) {
  if (is_less(multiplied.factor, {20, 1})) return;
  const std::string factor = as_number(multiplied.factor);
  const Money becomes = rounded(Ratio{100'000, 1} * multiplied.factor, {});
  add(findings, multiplied.place, say("this multiplies by {}: 1.000 becomes {}", factor, becomes),
      say("write \"{}%\" if a percentage is meant", factor), multiplied.what, becomes);
}

// ---- factors ----

// 1_720 as an amount.
Money number_meant(std::string written) {
  std::erase(written, '_');
  return read_number_amount(written).amount.counted();
}

// 1.720 says the same with another number of decimals.
std::string without_three_decimals(std::string written) {
  if (written.back() == '0') written.pop_back();
  else written += '0';
  return written;
}

void check_odd(const Project& project, const Post& post, const OddNumber& odd, Findings& findings) {
  std::string written = odd.meant;
  const Address subject{project.nr, post.nr, "", {}};
  switch (odd.kind) {
    case OddNumber::Kind::thousand:
      std::replace(written.begin(), written.end(), '_', '.');
      add(findings, odd.place, say("`{}` has three decimals: is it a Dutch thousand?", written),
          say("write {} if it is, {} if not", odd.meant, without_three_decimals(written)), subject,
          number_meant(odd.meant));
      break;
    case OddNumber::Kind::comma:
      std::replace(written.begin(), written.end(), '.', ',');
      add(findings, odd.place, say("`{}` is two factors here, which are multiplied: is it one number?", written),
          say("write {} if it is, a space after the comma if not", odd.meant), subject, number_meant(odd.meant));
      break;
  }
}

// ---- percentages ----

void check_percentage(const Project& project, const Post& post, Direction direction, Findings& findings) {
  const Percentage* percentage = post.side(direction).percentage();
  if (percentage == nullptr || !is_tiny(percentage->rate())) return;
  const Ratio meant = percentage->rate() * Ratio{10'000, 1};
  add(findings, percentage->place,
      say("post {} of {} is {} of other posts", post.nr, project.nr, to_percentage(percentage->rate())),
      say("a rate is a percentage: write {} if {}% is meant", as_typed(meant), as_number(meant)),
      {project.nr, post.nr, std::string(to_text(direction)), {}}, added(percentage->rate()));
}

// totaal = 500, 2025 = "80%", 2026 = 20: twenty euro, where the parts lack 20%.
void check_parts_typed_as_money(const Project& project, const Post& post, Direction direction, Findings& findings) {
  const Side& side = post.side(direction);
  if (side.total() == nullptr) return;
  Ratio sum = sum_of(ratios_of(side.total()->shares));
  const Term* last = nullptr;
  for (const Term& term : side.terms) {
    if (!term.is_typed_money() || term.amount.counted() == Money()) continue;
    sum = sum + Ratio::of(term.amount.counted()) * Ratio{1, 10'000};
    last = &term;
  }
  if (last == nullptr || !(sum == Ratio{1, 1})) return;
  const std::string typed = as_typed(Ratio::of(last->amount.counted()) * Ratio{1, 100});
  add(findings, last->place,
      say("{} {} of post {} of {} are {} euro, beside parts of a total", to_text(direction), last->year, post.nr,
          project.nr, last->amount.counted()),
      say("write \"{}%\" if a part is meant", typed),
      {project.nr, post.nr, std::string(to_text(direction)), last->year}, last->amount.counted());
}

// ---- bandbreedte ----

// The largest amount that is written for the year of the range, or for any.
Money largest_written(const Post& post, std::optional<Year> year) {
  Money largest;
  for (const Direction direction : both_directions) {
    const Side& side = post.side(direction);
    if (!year && side.total() != nullptr && side.total()->totaal)
      largest = std::max(largest, side.total()->totaal->size());
    for (const Term& term : side.terms)
      if (term.is_typed_money() && (!year || term.year == *year))
        largest = std::max(largest, term.amount.counted().size());
  }
  return largest;
}

void check_range(const Project& project, const Post& post, const Bandbreedte& range, Findings& findings) {
  const Money written = largest_written(post, range.year);
  const Ratio whole = range.is_share ? Ratio{1, 1} : Ratio::of(written);
  if (whole.num == 0 || range.max.num <= 0) return;
  const bool below = !is_less(whole, range.max * Ratio{100, 1});
  const bool above = !is_less(range.min, whole * Ratio{100, 1});
  const bool like_percentages = !range.is_share && !is_less({30'000, 1}, range.max) &&
                                !is_less({1'000, 1}, range.min) && !is_less(whole, range.max * Ratio{10, 1});
  if (!below && !above && !like_percentages) return;
  const Ratio unit{1, range.is_share ? 1 : 100};
  const std::string min = range.is_share ? to_percentage(range.min) : as_number(range.min * unit);
  const std::string max = range.is_share ? to_percentage(range.max) : as_number(range.max * unit);
  add(findings, range.place,
      range.is_share
          ? say("the bandbreedte of post {} of {} is {} to {} of what is written", post.nr, project.nr, min, max)
          : say("the bandbreedte of post {} of {} is {} to {} euro, and {} is written", post.nr, project.nr, min, max,
                written),
      range.is_share || above ? say("see whether it is on the scale of the amount")
                              : say("write \"{}%\" and \"{}%\" if percentages are meant", min, max),
      {project.nr, post.nr, "", range.year}, range.is_share ? added(range.max) : rounded(range.max, {}));
}

}  // namespace

bool is_on_other_scale(Ratio rate) { return is_tiny(rate) || is_huge(rate); }

void check_scale(const Plan& plan, Findings& findings) {
  for (const Index& index : plan.indexes) check_index(plan, index, findings);
  for (const Multiplied& multiplied : plan.multiplied) check_factor(multiplied, findings);
  for (const Project& project : plan.projects) {
    for (const Post& post : project.posts) {
      if (post.more->onderbouwing)
        for (const Onderbouwing& line : *post.more->onderbouwing)
          for (const OddNumber& odd : line.more->odd) check_odd(project, post, odd, findings);
      for (const Direction direction : both_directions) {
        check_percentage(project, post, direction, findings);
        check_parts_typed_as_money(project, post, direction, findings);
      }
    }
    for (const Onzekerheid& onzekerheid : project.onzekerheden)
      for (const Bandbreedte& range : onzekerheid.bandbreedtes)
        check_range(project, project.posts[onzekerheid.post], range, findings);
  }
}

}  // namespace saldo
