// Posts that together are what posts of the other side are together, but in one year just not: an income that covers
// certain costs, and grew by another index than they did.
#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

#include "base/hash/map_of_bits.h"
#include "base/hash/scattered.h"
#include "base/say.h"
#include "calc/check/checks.h"
#include "calc/check/suspects.h"
#include "calc/formulas.h"

namespace saldo {

namespace {

constexpr std::size_t most_posts = 3;     // in a row: of more, some sum is always equal to another
constexpr std::ptrdiff_t most_equal = 8;  // runs with one sum: then it says nothing of any of them
constexpr int least_telling_digits = 4;   // of a sum that is not equal by chance

// Posts of one side, one after another among those that have that side.
struct Run {
  Direction direction;
  std::span<const std::size_t> posts;
};

// What a run comes to in a year.
struct RunSum {
  std::size_t year;
  Money money;
  Run run;

  auto key() const { return std::pair(year, money); }
  std::uint64_t number() const { return scattered(static_cast<std::uint64_t>(money.cents()) + year); }
};

// 12.500 is in hundreds, 12.345 in ones.
Money grain_of(Money money) {
  Money grain = Money::of_euros(1);
  while (money != Money() && money.cents() % (grain.cents() * 10) == 0) grain = Money::of_cents(grain.cents() * 10);
  return grain;
}

class PrintedSums {
 public:
  PrintedSums(const CheckInput& input, const Project& project, Findings& findings)
      : input_(input), plan_(input.plan), project_(project), findings_(findings) {}

  void check() {
    const std::vector<std::size_t> with_baten = posts_with(Direction::baten),
                                   with_lasten = posts_with(Direction::lasten);
    if (with_baten.empty() || with_lasten.empty()) return;
    std::vector<RunSum> baten, lasten;
    for_each_sum(Direction::baten, with_baten, [&](const RunSum& sum) {
      if (is_telling(sum)) baten.push_back(sum);
    });
    MapOfBits of_baten(baten.size());  // of nearly every project no sum of the other side is among them
    for (const RunSum& sum : baten) of_baten.add(sum.number());
    for_each_sum(Direction::lasten, with_lasten, [&](const RunSum& sum) {
      if (of_baten.may_have(sum.number()) && is_telling(sum)) lasten.push_back(sum);
    });
    const auto less = [](const RunSum& one, const RunSum& other) { return one.key() < other.key(); };
    std::stable_sort(lasten.begin(), lasten.end(), less);
    for (const RunSum& sum : baten) {
      const auto [first, end] = std::equal_range(lasten.begin(), lasten.end(), sum, less);
      if (end - first > most_equal) continue;
      for (auto other = first; other != end; ++other) compare(sum.run, other->run, sum.year);
    }
  }

 private:
  Amount amount(const Run& run, std::size_t i, std::size_t year) const {
    return input_.amounts.at(project_, run.posts[i], run.direction, year);
  }

  std::vector<std::size_t> posts_with(Direction direction) const {
    std::vector<std::size_t> posts;
    for (std::size_t post = 0; post < project_.posts.size(); ++post)
      if (!project_.posts[post].side(direction).empty()) posts.push_back(post);
    return posts;
  }

  // Of every run of these posts, in every year in which none of them is without an amount, by the first post and then by
  // the length of the run: visit(RunSum).
  template <class Visit>
  void for_each_sum(Direction direction, std::span<const std::size_t> posts, Visit visit) const {
    std::vector<std::optional<Money>> so_far;  // none: a post has no amount
    for (std::size_t first = 0; first < posts.size(); ++first) {
      so_far.assign(plan_.years.size(), Money());
      for (std::size_t end = first + 1; end <= std::min(posts.size(), first + most_posts); ++end) {
        add_post(so_far, input_.amounts.of(project_, posts[end - 1], direction));
        for (std::size_t year = 0; year < so_far.size(); ++year)
          if (so_far[year]) visit(RunSum{year, *so_far[year], {direction, posts.subspan(first, end - first)}});
      }
    }
  }

  static bool is_telling(const RunSum& sum) {
    return !sum.money.is_overflow() && has_digits(sum.money, least_telling_digits);
  }

  static void add_post(std::vector<std::optional<Money>>& so_far, std::span<const Amount> amounts) {
    for (std::size_t year = 0; year < so_far.size(); ++year) {
      const Money money = amounts.empty() ? Money() : amounts[year].counted();
      if (money == Money()) so_far[year].reset();
      else if (so_far[year]) *so_far[year] += money;
    }
  }

  // Nothing where a post is not known, or none has an amount.
  std::optional<Money> sum_in(const Run& run, std::size_t year) const {
    Amount sum;
    for (std::size_t i = 0; i < run.posts.size(); ++i) {
      if (amount(run, i, year).is_pm()) return std::nullopt;
      sum += amount(run, i, year);
    }
    if (!sum.is_money() || sum.is_overflow() || sum.counted() == Money()) return std::nullopt;
    return sum.counted();
  }

  // What rounding alone may put between them.
  Money slack(const Run& a, const Run& b, Money sum_a, Money sum_b) const {
    Money units;
    for (const Run* run : {&a, &b})
      for (const std::size_t post : run->posts)
        units += std::max(rounding_of(plan_, project_.posts[post]).unit, Money::of_euros(1));
    return std::max({units, grain_of(sum_a), grain_of(sum_b)});
  }

  // Of one post each, verdacht-getal tells it. In every year both have to be equal or near, and where they are not
  // equal both have moved: a subsidy that stays as it is while the costs grow is no slip.
  void compare(const Run& a, const Run& b, std::size_t equal) {
    if (a.posts.size() == 1 && b.posts.size() == 1) return;
    std::optional<std::size_t> odd;
    for (std::size_t year = 0; year < plan_.years.size(); ++year) {
      const std::optional<Money> here = sum_in(a, year);
      const std::optional<Money> there = sum_in(b, year);
      if (here == there) continue;
      if (!here || !there || here == sum_in(a, equal) || there == sum_in(b, equal)) return;
      const Money apart = (*here - *there).size();
      if (apart <= slack(a, b, *here, *there) || Wide{apart.cents()} * 100 >= Wide{here->size().cents()}) return;
      if (!odd) odd = year;
    }
    if (odd && *odd > equal) report(a, b, *odd, equal);
  }

  const Term* typed(const Run& run, std::size_t year) const {
    for (const std::size_t post : run.posts)
      if (const Term* term = find_term(project_.posts[post].side(run.direction), plan_.years.at(year));
          term != nullptr && term->facts().is_typed)
        return term;
    return nullptr;
  }

  std::string nrs(const Run& run) const {
    std::string text;
    for (const std::size_t post : run.posts) text += (text.empty() ? "" : " + ") + project_.posts[post].nr;
    return text;
  }

  void report(const Run& baten, const Run& lasten, std::size_t odd, std::size_t equal) {
    const bool by_baten = typed(baten, odd) != nullptr;
    const Run& a = by_baten ? baten : lasten;
    const Run& b = by_baten ? lasten : baten;
    const Term* term = typed(a, odd);
    if (term == nullptr) return;  // no one typed either: they follow from what is checked elsewhere
    const Money here = *sum_in(a, odd);
    const Money there = *sum_in(b, odd);
    const std::size_t project = static_cast<std::size_t>(&project_ - plan_.projects.data());
    findings_.push_back(
        {Rule::som_afwijking,
         term->place,
         say("{} {} of post {} of {} are {}, but the {} of post {} are {}: {} apart, while in {} both are {}",
             to_text(a.direction), term->year, nrs(a), project_.nr, here, to_text(b.direction), nrs(b), there,
             (here - there).size(), plan_.years.at(equal), *sum_in(a, equal)),
         {{place_of(plan_, {project, b.posts.front(), b.direction, odd}),
           say("post {} is here", project_.posts[b.posts.front()].nr)}},
         say("see whether one of them was mistyped, or grew by another index"),
         {project_.nr, project_.posts[a.posts.front()].nr, std::string(to_text(a.direction)), term->year}});
    findings_.back().extent = here - there;
  }

  const CheckInput& input_;
  const Plan& plan_;
  const Project& project_;
  Findings& findings_;
};

}  // namespace

// Up to three posts of one side, one after another, against up to three of the other side of the same project: equal in
// an earlier year, to an amount that is not equal by chance, and less than a per cent apart in a later one.
void check_som_afwijking(const CheckInput& input, Findings& findings) {
  if (input.plan.years.size() < 2) return;
  for (const Project& project : input.plan.projects) PrintedSums(input, project, findings).check();
}

}  // namespace saldo
