// Amounts that look wrong: not against a rule, but against each other.
#include <algorithm>
#include <cctype>
#include <span>
#include <utility>
#include <vector>

#include "base/say.h"
#include "calc/check/checks.h"
#include "calc/check/getal/schaal.h"
#include "calc/check/suspects.h"
#include "calc/check/typed.h"

namespace saldo {

namespace {

constexpr std::int64_t factors[] = {10, 100, 1000};

// The factor between two amounts, give or take so many per cent: positive when `a` is the larger, negative when `b` is,
// 0 when they are not a factor of ten apart.
int factor_between(Money a, Money b, int per_cent) {
  const auto is_near = [per_cent](Money large, Money small, std::int64_t factor) {
    const Wide times = Wide{small.cents()} * factor;
    return Wide{large.cents()} * 100 >= times * (100 - per_cent) &&
           Wide{large.cents()} * 100 <= times * (100 + per_cent);
  };
  for (const std::int64_t factor : factors) {
    if (is_near(a.size(), b.size(), factor)) return static_cast<int>(factor);
    if (is_near(b.size(), a.size(), factor)) return -static_cast<int>(factor);
  }
  return 0;
}

// Less than twice as large as each other.
bool are_alike(Money a, Money b) { return a.size() < b.size() + b.size() && b.size() < a.size() + a.size(); }

struct YearAmount {
  std::size_t year;
  Money money;
};

// The years of a row that say how large it is: those with an amount other than 0. `row` is only its room.
void list_amounts(const CheckInput& input, const Typed& typed, std::vector<YearAmount>& row) {
  row.clear();
  const std::span<const Amount> amounts = input.amounts.of(typed.project, typed.at, typed.direction);
  for (std::size_t y = 0; y < amounts.size(); ++y)
    if (const Money money = amounts[y].counted(); money != Money()) row.push_back({y, money});
}

// Both neighbours must be the same factor away. At either end of a row there is one, which must itself be like the year
// behind it. Of two years alone the second is the odd one, if it has the very digits of the first: 100.000 and 10.000 are
// a project that ends.
int odd_factor(const std::vector<YearAmount>& row, std::size_t at) {
  const auto factor = [&](std::size_t other, int per_cent) {
    return factor_between(row[at].money, row[other].money, per_cent);
  };
  if (at > 0 && at + 1 < row.size()) return factor(at - 1, 10) == factor(at + 1, 10) ? factor(at - 1, 10) : 0;
  if (row.size() == 2) return at == 1 && significant_digits(row[0].money) >= 3 ? factor(0, 0) : 0;
  // 5.000 before 50.000 a year is how a cost comes up to speed, as the first year of kapitaallasten does.
  if (at == 0 && row[0].money.size() < row[1].money.size() && significant_digits(row[0].money) < 3) return 0;
  const std::size_t beside = at > 0 ? at - 1 : 1;
  const std::size_t behind = at > 0 ? at - 2 : 2;
  return are_alike(row[beside].money, row[behind].money) ? factor(beside, 5) : 0;
}

// A post with an index or a percentage is held against that, which says more.
void check_factor(const CheckInput& input, const Typed& typed, std::vector<YearAmount>& row, Findings& findings) {
  if (typed.side().terms.size() < 2 || typed.post().index != no_index || typed.side().has_formula()) return;
  list_amounts(input, typed, row);
  const auto here =
      std::find_if(row.begin(), row.end(), [&](const YearAmount& year) { return year.year == typed.year; });
  if (here == row.end()) return;
  const auto at = static_cast<std::size_t>(here - row.begin());
  const int factor = row.size() < 2 ? 0 : odd_factor(row, at);
  if (factor == 0) return;
  const YearAmount& neighbour = row[at > 0 ? at - 1 : at + 1];
  const std::string times = std::to_string(factor < 0 ? -factor : factor);
  const Year year = input.plan.years.at(neighbour.year);
  findings.push_back(
      {Rule::verdacht_getal,
       typed.term.place,
       factor > 0
           ? say("{} {} of post {} of {} are {}, some {} times the {} of {}", to_text(typed.direction), typed.term.year,
                 typed.post().nr, typed.project.nr, typed.money(), times, neighbour.money, year)
           : say("{} {} of post {} of {} are {}, and the {} of {} is some {} times that", to_text(typed.direction),
                 typed.term.year, typed.post().nr, typed.project.nr, typed.money(), neighbour.money, year, times),
       {},
       factor > 0 ? say("see whether a digit too many was typed") : say("see whether a digit was left out"),
       subject_of(typed)});
  findings.back().extent = typed.money();
}

// ---- below zero ----

// What a stelpost or a taakstelling takes off is below zero by right.
bool is_taken_off(const std::string& naam) {
  std::string lower = naam;
  std::transform(lower.begin(), lower.end(), lower.begin(), [](unsigned char c) { return std::tolower(c); });
  constexpr std::string_view words[] = {"stelpost", "taakstelling", "bezuiniging", "ombuiging", "onderuitputting"};
  return std::any_of(std::begin(words), std::end(words),
                     [&](std::string_view word) { return lower.find(word) != std::string::npos; });
}

Diagnostic negative_finding(const Project& project, const Post& post, Direction direction, Place place, Year year,
                            Money money) {
  const bool baten = direction == Direction::baten;
  return {Rule::verdacht_getal,
          place,
          say("{} {} of post {} of {} are {}, below zero", to_text(direction), year, post.nr, project.nr, money),
          {},
          say("write {} without a minus sign, among the {} if that is what it is", -money, baten ? "lasten" : "baten"),
          {project.nr, post.nr, std::string(to_text(direction)), year},
          info(Rule::verdacht_getal).severity,
          money};
}

bool is_negative(const Term& term) { return term.is_typed_money() && term.amount.counted() < Money(); }

// Told at the first of them, but accepted for all: what is put below zero in a year after it is off as well.
void tell_negative_terms(const Project& project, const Post& post, Direction direction, Findings& findings) {
  const Term *first = nullptr, *lowest = nullptr;
  Money together;
  for (const Term& term : post.side(direction).terms) {
    if (!is_negative(term)) continue;
    if (first == nullptr) first = &term;
    if (lowest == nullptr || term.amount.counted() < lowest->amount.counted()) lowest = &term;
    together += term.amount.counted();
  }
  if (first == nullptr) return;
  findings.push_back(negative_finding(project, post, direction, first->place, first->year, first->amount.counted()));
  findings.back().extent = together;
  if (lowest != first)
    findings.back().related.push_back({lowest->place, say("lowest in {}: {}", lowest->year, lowest->amount.counted())});
}

void check_negative(const Project& project, const Post& post, Direction direction, Findings& findings) {
  const Side& side = post.side(direction);
  const Total* total = side.total();
  const bool total_is_negative = total != nullptr && total->totaal && *total->totaal < Money() && !side.terms.empty();
  const bool any_is_negative = std::any_of(side.terms.begin(), side.terms.end(), is_negative);
  if ((!total_is_negative && !any_is_negative) || is_taken_off(post.naam)) return;
  if (total_is_negative)
    findings.push_back(
        negative_finding(project, post, direction, total->place, side.terms.front().year, *total->totaal));
  tell_negative_terms(project, post, direction, findings);
}

// ---- two posts that are equal but once ----

constexpr int digits_of_one_amount = 4;   // of an amount that is not equal by chance: 5.000 is, 313.369 is not
constexpr std::ptrdiff_t most_alike = 8;  // an amount that stands on more posts of a project ties none of them together

bool is_telling(Money money) { return has_digits(money, digits_of_one_amount); }

bool is_near(Money a, Money b) { return Wide{(a - b).size().cents()} * 100 < Wide{a.size().cents()}; }

// One side of a post, per year.
struct Row {
  std::size_t post;
  Direction direction;
};

// A telling amount of a post.
struct Telling {
  std::size_t year;
  Money money;
  std::size_t post;

  auto key() const { return std::pair(year, money); }
};

// A post with baten and one with lasten, and the first year in which they are equal.
struct Pair {
  std::size_t baten;
  std::size_t lasten;
  std::size_t year;

  auto key() const { return std::pair(baten, lasten); }
};

class Twins {
 public:
  Twins(const CheckInput& input, const Project& project, Findings& findings)
      : input_(input), project_(project), findings_(findings) {}

  // Pairs are those that share a telling amount in a year, so that a large project costs no more than its amounts.
  void check() {
    std::vector<Telling> baten = telling(Direction::baten);
    if (baten.empty()) return;
    const auto less = [](const auto& a, const auto& b) { return a.key() < b.key(); };
    std::stable_sort(baten.begin(), baten.end(), less);
    std::vector<Pair> pairs;
    for (const Telling& lasten : telling(Direction::lasten)) {
      const auto [first, end] = std::equal_range(baten.begin(), baten.end(), lasten, less);
      if (end - first > most_alike) continue;
      for (auto other = first; other != end; ++other) pairs.push_back({other->post, lasten.post, lasten.year});
    }
    std::stable_sort(pairs.begin(), pairs.end(), less);  // of one pair the first year stays in front
    const auto same = [](const Pair& a, const Pair& b) { return a.key() == b.key(); };
    pairs.erase(std::unique(pairs.begin(), pairs.end(), same), pairs.end());
    for (const Pair& pair : pairs) compare({pair.baten, Direction::baten}, {pair.lasten, Direction::lasten}, pair.year);
  }

 private:
  Amount amount(Row row, std::size_t year) const { return input_.amounts.at(project_, row.post, row.direction, year); }

  // By post and year.
  std::vector<Telling> telling(Direction direction) const {
    std::vector<Telling> all;
    for (std::size_t post = 0; post < project_.posts.size(); ++post) {
      const std::span<const Amount> amounts = input_.amounts.of(project_, post, direction);
      for (std::size_t year = 0; year < amounts.size(); ++year)
        if (const Money money = amounts[year].counted(); is_telling(money)) all.push_back({year, money, post});
    }
    return all;
  }

  void compare(Row a, Row b, std::size_t equal_year) {
    std::optional<std::size_t> odd;
    for (std::size_t year = 0; year < input_.plan.years.size(); ++year) {
      if (amount(a, year) == amount(b, year)) continue;
      if (odd || !amount(a, year).is_money() || !amount(b, year).is_money()) return;
      odd = year;
    }
    if (odd && is_near(amount(a, *odd).counted(), amount(b, *odd).counted())) report(a, b, *odd, equal_year);
  }

  const Term* typed(Row row, std::size_t year) const {
    for (const Term& term : project_.posts[row.post].side(row.direction).terms)
      if (term.facts().is_typed && term.year == input_.plan.years.at(year)) return &term;
    return nullptr;
  }

  void report(Row a, Row b, std::size_t odd, std::size_t equal_year) {
    if (typed(a, odd) == nullptr) std::swap(a, b);
    const Term* term = typed(a, odd);
    if (term == nullptr) return;  // no one typed either: they follow from what is checked elsewhere
    const Money here = amount(a, odd).counted();
    const Money there = amount(b, odd).counted();
    const std::string& nr = project_.posts[a.post].nr;
    const std::string& other = project_.posts[b.post].nr;
    findings_.push_back(
        {Rule::verdacht_getal,
         term->place,
         say("{} {} of post {} of {} are {}, but the {} of post {} are {}: {} apart, while in {} both are {}",
             to_text(a.direction), term->year, nr, project_.nr, here, to_text(b.direction), other, there,
             (here - there).size(), input_.plan.years.at(equal_year), amount(a, equal_year)),
         {{place_of(input_.plan, {index(), b.post, b.direction, odd}), say("post {} is here", other)}},
         say("see which of the two was mistyped"),
         {project_.nr, nr, std::string(to_text(a.direction)), term->year}});
    findings_.back().extent = here - there;
  }

  std::size_t index() const { return static_cast<std::size_t>(&project_ - input_.plan.projects.data()); }

  const CheckInput& input_;
  const Project& project_;
  Findings& findings_;
};

}  // namespace

// Ways in which a typed amount stands out, beside numbers on another scale (schaal.h):
// - ten, a hundred or a thousand times the years beside it, or that part of them, give or take a tenth; where there is
//   one such year, give or take a twentieth; of two years alone, to the digit;
// - below zero, told once for a side;
// - beside a post of the same project that is equal in every other year, and here less than a per cent apart.
void check_verdacht_getal(const CheckInput& input, Findings& findings) {
  std::vector<YearAmount> row;
  for_each_typed(input.plan, [&](const Typed& typed) { check_factor(input, typed, row, findings); });
  for (const Project& project : input.plan.projects) {
    for (const Post& post : project.posts)
      for (const Direction direction : both_directions) check_negative(project, post, direction, findings);
    Twins(input, project, findings).check();
  }
  check_scale(input.plan, findings);
}

}  // namespace saldo
