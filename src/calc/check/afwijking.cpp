// Typed amounts against what their own rule gives. A year written out wins over the rule, so nobody sees it drift away.
#include <algorithm>

#include "base/say.h"
#include "calc/check/checks.h"
#include "calc/check/typed.h"
#include "calc/formulas.h"

namespace saldo {

namespace {

struct Expected {
  Money money;
  std::size_t base_year = 0;
  Money base;
};

Money earlier_years(const CheckInput& input, const Typed& typed) {
  Money sum;
  for (std::size_t y = 0; y < typed.year; ++y)
    sum += input.amounts.at(typed.project, typed.at, typed.direction, y).counted();
  return sum;
}

std::optional<Expected> expected_by_index(const Plan& plan, const Typed& typed, std::size_t base_year, Amount base) {
  if (!base.is_money() || base.counted() == Money()) return std::nullopt;
  const Money money = by_index(plan, typed.post(), base, base_year, typed.year).amount.counted();
  if (money.is_overflow()) return std::nullopt;  // no rate is needed for a year written out, so there may be none
  return Expected{money, base_year, base.counted()};
}

std::optional<Expected> expected_by_index(const CheckInput& input, const Typed& typed) {
  if (!grows(input.plan, typed.project, typed.post(), typed.side(), typed.year)) return std::nullopt;
  const std::size_t base_year = index_base_year(input.plan, typed.post(), typed.side(), typed.year);
  return expected_by_index(input.plan, typed, base_year,
                           input.amounts.at(typed.project, typed.at, typed.direction, base_year));
}

// The term before a typed amount, and what the index had given there.
struct Source {
  const Term* term;
  Money meant;
};

// 176.800 does not follow from the 169.000 typed before it, but from the 168.200 that the index had given there.
std::optional<Source> follows_from(const CheckInput& input, const Typed& typed, const Expected& expected) {
  const Term* before = find_term(typed.side(), input.plan.years.at(expected.base_year));
  if (before == nullptr) return std::nullopt;
  const Typed base{typed.project, typed.at, typed.direction, *before, expected.base_year};
  const std::optional<Expected> meant = expected_by_index(input, base);
  if (!meant || meant->money == expected.base) return std::nullopt;
  const std::optional<Expected> other = expected_by_index(input.plan, typed, expected.base_year, meant->money);
  if (!other || other->money != typed.money()) return std::nullopt;
  return Source{before, meant->money};
}

void tell_source(const CheckInput& input, const Typed& typed, const Expected& expected, const Source& source,
                 Diagnostic& finding) {
  finding.message = say(
      "{} {} of post {} of {} are {}: the index `{}` gives that from {} in {}, and {} from the {} that stands there",
      to_text(typed.direction), typed.term.year, typed.post().nr, typed.project.nr, typed.money(),
      input.plan.indexes[position(typed.post().index)].naam, source.meant, source.term->year, expected.money,
      expected.base);
  finding.related.push_back({source.term->place, say("the index gives {} here", source.meant)});
  finding.help = say("it follows from {} in {}: correct that amount first", source.meant, source.term->year);
  finding.causes.push_back(source.term->place);
}

// What a percentage of other posts comes to in a year; nothing where those have no amount.
std::optional<Money> percentage_amount(const CheckInput& input, const Typed& typed, const Percentage& percentage,
                                       Amount& base) {
  const Direction side = percentage.side_over(typed.direction);
  for_each_post(percentage, [&](std::size_t post) { base += input.amounts.at(typed.project, post, side, typed.year); });
  if (!base.is_money() || base.is_overflow()) return std::nullopt;
  return at_most(typed.side(), by_percentage(input.plan, typed.post(), percentage, base), earlier_years(input, typed))
      .amount.counted();
}

// In the unit an amount is written in: to the cent where it has cents, else to the euro.
Money in_unit_of(Money written, Ratio exact) {
  return rounded(exact, {Money::of_cents(written.cents() % 100 == 0 ? 100 : 1)});
}

bool is_sum(Money written, Money sum) { return written == sum || written == in_unit_of(written, Ratio::of(sum)); }

// The amounts of a side that an onderbouwing may stand for: each year on its own, and all years together.
struct Written {
  const Term* first = nullptr;
  bool holds = false;  // one of them is the sum of the lines
};

Written written_amounts(const Side& side, Money sum) {
  Written written;
  Money together;
  for (const Term& term : side.terms) {
    if (!term.is_typed_money()) continue;
    if (written.first == nullptr) written.first = &term;
    together += term.amount.counted();
    written.holds = written.holds || is_sum(term.amount.counted(), sum);
  }
  written.holds = written.holds || (written.first != nullptr && is_sum(together, sum));
  return written;
}

Diagnostic onderbouwing_finding(const Project& project, const Post& post, Direction direction, const Term& term,
                                Money sum) {
  const Money money = term.amount.counted();
  return {Rule::onderbouwing_afwijking,
          term.place,
          say("{} {} of post {} of {} are {}, but the lines of its onderbouwing add up to {}: a difference of {}",
              to_text(direction), term.year, post.nr, project.nr, money, sum, money - sum),
          {{post.more->onderbouwing->front().place, say("the onderbouwing begins here")}},
          say("write {} = \"onderbouwing\", or add the line that is missing", term.year),
          {project.nr, post.nr, std::string(to_text(direction)), term.year},
          info(Rule::onderbouwing_afwijking).severity,
          money - sum};
}

// A line of which both its amount and its factors are written.
void check_line(const Plan& plan, const Project& project, const Post& post, const Onderbouwing& line,
                Findings& findings) {
  if (!line.bedrag || line.factoren.empty()) return;
  const Ratio exact = product_of(line);
  const Money product = rounded(exact, rounding_of(plan, post));
  if (product.is_overflow() || *line.bedrag == product || *line.bedrag == in_unit_of(*line.bedrag, exact)) return;
  const Money difference = *line.bedrag - product;
  findings.push_back({Rule::onderbouwing_afwijking,
                      line.more->bedrag_place,
                      say("line `{}` of the onderbouwing of post {} of {} is {}, but its factors come to {}: a "
                          "difference of {}",
                          line.naam, post.nr, project.nr, *line.bedrag, product, difference),
                      {},
                      say("correct the amount or a factor, or leave the amount out to follow the factors"),
                      {project.nr, post.nr, "onderbouwing", {}}});
  findings.back().extent = difference;
}

// The amounts that are written for the post, against all lines together.
void check_lines_together(const Plan& plan, const Project& project, const Post& post, Findings& findings) {
  if (post.baten.takes_onderbouwing() || post.lasten.takes_onderbouwing()) return;
  const Money sum = sum_of(onderbouwing_lines(plan, post));
  const Written baten = written_amounts(post.baten, sum);
  const Written lasten = written_amounts(post.lasten, sum);
  if (sum.is_overflow() || baten.holds || lasten.holds) return;
  if (lasten.first != nullptr)
    findings.push_back(onderbouwing_finding(project, post, Direction::lasten, *lasten.first, sum));
  else if (baten.first != nullptr)
    findings.push_back(onderbouwing_finding(project, post, Direction::baten, *baten.first, sum));
}

}  // namespace

// On a post with `index`: each year is held against the year before it as it stands, so one slip is told where it is and
// where the years after it do not follow. Not against PM or nothing, and 0 ends or starts a row.
void check_index_afwijking(const CheckInput& input, Findings& findings) {
  for_each_typed(input.plan, [&](const Typed& typed) {
    if (typed.money() == Money()) return;
    const std::optional<Expected> expected = expected_by_index(input, typed);
    if (!expected || expected->money == typed.money()) return;
    findings.push_back(
        {Rule::index_afwijking,
         typed.term.place,
         say("{} {} of post {} of {} are {}, but from {} in {} the index `{}` gives {}: a difference of {}",
             to_text(typed.direction), typed.term.year, typed.post().nr, typed.project.nr, typed.money(),
             expected->base, input.plan.years.at(expected->base_year),
             input.plan.indexes[position(typed.post().index)].naam, expected->money, typed.money() - expected->money),
         {},
         say("leave {} out to follow the index, or say why it does not in a [[negeer]]", typed.term.year),
         subject_of(typed)});
    findings.back().extent = typed.money() - expected->money;
    if (const auto source = follows_from(input, typed, *expected))
      tell_source(input, typed, *expected, *source, findings.back());
  });
}

// A year written out beside `percentage` and `over`.
void check_percentage_afwijking(const CheckInput& input, Findings& findings) {
  for_each_typed(input.plan, [&](const Typed& typed) {
    const Percentage* percentage = typed.side().percentage();
    if (percentage == nullptr) return;
    Amount base;
    const std::optional<Money> expected = percentage_amount(input, typed, *percentage, base);
    if (!expected || expected->is_overflow() || *expected == typed.money()) return;
    findings.push_back(
        {Rule::percentage_afwijking,
         typed.term.place,
         say("{} {} of post {} of {} are {}, but {}% of {} gives {}: a difference of {}", to_text(typed.direction),
             typed.term.year, typed.post().nr, typed.project.nr, typed.money(),
             to_dutch(percentage->rate() * Ratio{100, 1}, 0, 6), base.counted(), *expected, typed.money() - *expected),
         {{percentage->place, say("the percentage is here")}},
         say("leave {} out to follow the percentage, or say why it does not in a [[negeer]]", typed.term.year),
         subject_of(typed)});
    findings.back().extent = typed.money() - *expected;
  });
}

// A post with an `onderbouwing` that none of its amounts takes over and none is equal to; and a line of it whose amount is
// not what its factors come to. What is written in whole euros may be rounded to them.
void check_onderbouwing_afwijking(const CheckInput& input, Findings& findings) {
  for (const Project& project : input.plan.projects)
    for (const Post& post : project.posts) {
      if (!post.more->onderbouwing || post.more->onderbouwing->empty()) continue;
      for (const Onderbouwing& line : *post.more->onderbouwing) check_line(input.plan, project, post, line, findings);
      check_lines_together(input.plan, project, post, findings);
    }
}

}  // namespace saldo
