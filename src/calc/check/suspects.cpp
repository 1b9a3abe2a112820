#include "calc/check/suspects.h"

#include <algorithm>
#include <map>
#include <set>
#include <span>
#include <tuple>
#include <unordered_map>

#include "calc/check/telling_words.h"

namespace saldo {

namespace {

constexpr std::size_t most_sums = 5'000'000;    // about a second
constexpr std::size_t most_suspects = 10'000;   // nobody reads more; a plan of equal amounts has millions
constexpr std::size_t most_equal_amounts = 64;  // an amount that stands in more places says nothing
constexpr int least_digits = 4;                 // of an equal amount without a name to go with it
constexpr int least_digits_of_sum = 5;          // and of a sum
constexpr int more_digits_of_sum = 2;           // as there are so many more sums than amounts
constexpr int least_digits_if_later = 3;        // of an amount that arrives a year later, whatever the names say

using Cells = std::vector<AmountOf>;
using ByAmount = std::unordered_map<std::int64_t, Cells>;
using Posts = std::vector<std::uint32_t>;

// The amounts that belong to no overdracht somebody declared, and where each of them stands.
class Candidates {
 public:
  Candidates(const Plan& plan, const Amounts& amounts)
      : plan_(plan), amounts_(amounts), declared_(2 * plan.post_count) {
    for (const Project& project : plan.projects)
      for (const Leg& leg : project.legs) declared_[side_of(project, leg.post, leg.direction)] = true;
    for (std::size_t p = 0; p < plan.projects.size(); ++p)
      for (std::size_t post = 0; post < plan.projects[p].posts.size(); ++post)
        for (const Direction direction : {Direction::baten, Direction::lasten})
          for (std::size_t y = 0; y < plan.years.size(); ++y) add({p, post, direction, y});
  }

  Money amount(const AmountOf& cell) const { return amount_at(cell).counted(); }
  const ByAmount& on(Direction direction) const { return direction == Direction::baten ? baten_ : lasten_; }
  std::size_t size() const { return size_; }

  // Of one project, in the order of its posts.
  Cells in(std::size_t project, Direction direction, std::size_t year) const {
    Cells cells;
    for (std::size_t post = 0; post < plan_.projects[project].posts.size(); ++post)
      if (const AmountOf cell{project, post, direction, year}; is_one(cell)) cells.push_back(cell);
    return cells;
  }

 private:
  static std::size_t side_of(const Project& project, std::size_t post, Direction direction) {
    return side_number(project.first_post + post, direction);
  }

  Amount amount_at(const AmountOf& cell) const {
    return amounts_.at(plan_.projects[cell.project], cell.post, cell.direction, cell.year);
  }

  bool is_one(const AmountOf& cell) const {
    const Amount amount = amount_at(cell);
    return amount.is_money() && amount.counted() > Money() &&
           !declared_[side_of(plan_.projects[cell.project], cell.post, cell.direction)];
  }

  void add(const AmountOf& cell) {
    if (!is_one(cell)) return;
    (cell.direction == Direction::baten ? baten_ : lasten_)[amount(cell).cents()].push_back(cell);
    ++size_;
  }

  const Plan& plan_;
  const Amounts& amounts_;
  std::vector<bool> declared_;  // by side of a post
  ByAmount baten_, lasten_;
  std::size_t size_ = 0;
};

Posts posts_of(const Cells& cells) {
  Posts posts;
  for (const AmountOf& cell : cells) posts.push_back(static_cast<std::uint32_t>(cell.post));
  return posts;
}

bool may_meet(const AmountOf& sends, const AmountOf& receives) {
  return sends.project != receives.project && (receives.year == sends.year || receives.year == sends.year + 1);
}

// Every match of amounts, and what speaks for it.
class Search {
 public:
  Search(const Plan& plan, const Candidates& candidates) : plan_(plan), candidates_(candidates), words_(plan) {}

  void run() {
    for (const auto& [cents, cells] : candidates_.on(Direction::lasten)) match_equal(cells, cents);
    std::vector<Cells> lists;
    for (std::size_t p = 0; p < plan_.projects.size(); ++p)
      for (std::size_t y = 0; y < plan_.years.size(); ++y)
        for (const Direction direction : both_directions) lists.push_back(candidates_.in(p, direction, y));
    std::size_t left = most_sums;
    match_lists(lists, pairs_in, left, [this](const Cells& cells) { match_pairs(cells); });
    match_lists(lists, triples_in, left, [this](const Cells& cells) { match_triples(cells); });
  }

  bool stopped() const { return stopped_; }

  std::vector<Suspect> found() {
    std::vector<Suspect> all;
    for (auto& [key, suspect] : found_) all.push_back(std::move(suspect));
    return all;
  }

 private:
  using Key = std::tuple<ProjectId, ProjectId, Posts, Posts, int>;  // van, naar, zendt, ontvangt, years in between

  void match_equal(const Cells& sends, std::int64_t cents) {
    const auto receives = candidates_.on(Direction::baten).find(cents);
    if (receives == candidates_.on(Direction::baten).end()) return;
    const std::size_t places = sends.size() + receives->second.size();
    if (places > most_equal_amounts) return;
    for (const AmountOf& from : sends)
      for (const AmountOf& to : receives->second)
        if (may_meet(from, to)) add({from}, {to}, candidates_.amount(from), places == 2);
  }

  static std::size_t pairs_in(std::size_t amounts) { return amounts < 2 ? 0 : amounts * (amounts - 1) / 2; }
  static std::size_t triples_in(std::size_t amounts) { return amounts < 3 ? 0 : pairs_in(amounts) * (amounts - 2) / 3; }

  // The shortest lists first, as far as `left` reaches: which of them are left out then hangs on their length alone, and
  // not on the order of the projects.
  template <class Match>
  void match_lists(const std::vector<Cells>& lists, std::size_t (*sums_in)(std::size_t), std::size_t& left,
                   Match match) {
    std::map<std::size_t, std::size_t> lengths;  // how many lists have it
    for (const Cells& cells : lists) ++lengths[cells.size()];
    std::size_t longest = 0;
    for (const auto& [length, count] : lengths) {
      const std::size_t sums = sums_in(length);
      if (sums > left / count) break;
      left -= sums * count;
      longest = length;
    }
    for (const Cells& cells : lists) {
      if (cells.size() <= longest) match(cells);
      else stopped_ = true;
    }
  }

  // Two posts of one project that add up to one post of another.
  void match_pairs(const Cells& cells) {
    for (std::size_t i = 0; i < cells.size(); ++i)
      for (std::size_t j = i + 1; j < cells.size(); ++j)
        try_sum({cells[i], cells[j]}, candidates_.amount(cells[i]) + candidates_.amount(cells[j]));
  }

  void match_triples(const Cells& cells) {
    for (std::size_t i = 0; i < cells.size(); ++i)
      for (std::size_t j = i + 1; j < cells.size(); ++j) {
        const Money two = candidates_.amount(cells[i]) + candidates_.amount(cells[j]);
        for (const AmountOf& third : std::span(cells).subspan(j + 1))
          try_sum({cells[i], cells[j], third}, two + candidates_.amount(third));
      }
  }

  void try_sum(std::initializer_list<AmountOf> parts, Money sum) {
    const Direction direction = parts.begin()->direction;
    const ByAmount& others = candidates_.on(direction == Direction::lasten ? Direction::baten : Direction::lasten);
    const auto found = sum.is_overflow() ? others.end() : others.find(sum.cents());
    if (found == others.end() || found->second.size() > most_equal_amounts) return;
    for (const AmountOf& other : found->second) {
      if (direction == Direction::lasten && may_meet(*parts.begin(), other))
        add(parts, {other}, sum, found->second.size() == 1);
      if (direction == Direction::baten && may_meet(other, *parts.begin()))
        add({other}, parts, sum, found->second.size() == 1);
    }
  }

  const Post& post_of(const AmountOf& cell) const { return plan_.projects[cell.project].posts[cell.post]; }

  bool any_names(const Cells& cells, ProjectId other) const {
    return std::any_of(cells.begin(), cells.end(),
                       [&](const AmountOf& cell) { return words_.names(post_of(cell), other); });
  }

  int shared_words(const Cells& cells, ProjectId other) {
    int shared = 0;
    for (const AmountOf& cell : cells) shared += words_.shared(post_of(cell), other);
    return shared;
  }

  void add(const Cells& sends, const Cells& receives, Money bedrag, bool only_pair) {
    const auto van = static_cast<ProjectId>(sends.front().project);
    const auto naar = static_cast<ProjectId>(receives.front().project);
    const bool names_other = any_names(sends, naar) || any_names(receives, van);
    const int least = sends.size() + receives.size() > 2 ? least_digits_of_sum : least_digits;
    const int digits = significant_digits(bedrag);
    const int between = static_cast<int>(receives.front().year - sends.front().year);
    if (!names_other && (digits < least || !only_pair)) return;
    if (between > 0 && digits < least_digits_if_later) return;
    if (found_.size() >= most_suspects) {
      stopped_ = true;
      return;
    }
    Suspect& suspect = found_[Key{van, naar, posts_of(sends), posts_of(receives), between}];
    suspect.van = van;
    suspect.naar = naar;
    suspect.zendt = posts_of(sends);
    suspect.ontvangt = posts_of(receives);
    suspect.names_other = names_other;
    suspect.shared_words = shared_words(sends, naar) + shared_words(receives, van);
    suspect.digits = std::max(suspect.digits, digits);
    suspect.years.push_back({plan_.years.at(sends.front().year), plan_.years.at(receives.front().year), bedrag});
  }

  const Plan& plan_;
  const Candidates& candidates_;
  TellingWords words_;
  std::map<Key, Suspect> found_;
  bool stopped_ = false;
};

// The likeliest first.
auto rank(const Suspect& suspect) {
  const bool later = suspect.years.front().jaar != suspect.years.front().ontvangen_in;
  return std::tuple(!suspect.names_other, -static_cast<int>(suspect.years.size()) - suspect.digits,
                    suspect.zendt.size() + suspect.ontvangt.size(), later, -suspect.shared_words);
}

std::vector<std::uint64_t> cells_of(const Plan& plan, const Amounts& amounts, const Suspect& suspect) {
  std::vector<std::uint64_t> cells;
  const auto add = [&](ProjectId project, const Posts& posts, Direction direction, Year year) {
    for (const std::uint32_t post : posts)
      cells.push_back(position(amounts.id(plan.project(project), post, direction, plan.years.index(year))));
  };
  for (const SuspectYear& year : suspect.years) {
    add(suspect.van, suspect.zendt, Direction::lasten, year.jaar);
    add(suspect.naar, suspect.ontvangt, Direction::baten, year.ontvangen_in);
  }
  return cells;
}

// In order of likelihood, each amount in one of them at most.
std::vector<Suspect> choose(const Plan& plan, const Amounts& amounts, std::vector<Suspect> all) {
  std::stable_sort(all.begin(), all.end(), [](const Suspect& a, const Suspect& b) { return rank(a) < rank(b); });
  std::vector<Suspect> chosen;
  std::set<std::uint64_t> used;
  for (Suspect& suspect : all) {
    std::sort(suspect.years.begin(), suspect.years.end(),
              [](const SuspectYear& a, const SuspectYear& b) { return a.jaar < b.jaar; });
    const std::vector<std::uint64_t> cells = cells_of(plan, amounts, suspect);
    if (std::any_of(cells.begin(), cells.end(), [&](std::uint64_t cell) { return used.contains(cell); })) continue;
    used.insert(cells.begin(), cells.end());
    chosen.push_back(std::move(suspect));
  }
  return chosen;
}

}  // namespace

int significant_digits(Money money) {
  std::int64_t cents = money.cents() < 0 ? -money.cents() : money.cents();
  while (cents != 0 && cents % 10 == 0) cents /= 10;
  int digits = 0;
  for (; cents != 0; cents /= 10) ++digits;
  return digits;
}

bool may_be_chance(const Suspect& suspect, const Suspects& among) {
  if (suspect.names_other) return false;
  const bool sum = suspect.zendt.size() + suspect.ontvangt.size() > 2;
  int needed = sum ? more_digits_of_sum : 0;
  for (std::size_t amounts = among.amounts; amounts > 0; amounts /= 10) needed += 2;  // pairs of amounts
  return suspect.digits + static_cast<int>(suspect.years.size()) - 1 < needed;
}

Suspects find_suspects(const Plan& plan, const Amounts& amounts) {
  const Candidates candidates(plan, amounts);
  Search search(plan, candidates);
  search.run();
  return {choose(plan, amounts, search.found()), candidates.size(), search.stopped()};
}

}  // namespace saldo
