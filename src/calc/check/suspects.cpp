#include "calc/check/suspects.h"

#include <algorithm>
#include <bit>
#include <initializer_list>
#include <map>
#include <set>
#include <span>
#include <tuple>
#include <unordered_map>

#include "calc/check/telling_words.h"

namespace saldo {

namespace {

constexpr std::size_t most_sums = 5'000'000;
constexpr std::size_t most_suspects = 10'000;   // nobody reads more; a plan of equal amounts has millions
constexpr std::size_t most_equal_amounts = 64;  // an amount that stands in more places says nothing
constexpr int least_digits = 4;                 // of an equal amount without a name to go with it
constexpr int least_digits_of_sum = 5;          // and of a sum
constexpr int more_digits_of_sum = 2;           // as there are so many more sums than amounts
constexpr int least_digits_if_later = 3;        // of an amount that arrives a year later, whatever the names say

using Posts = std::vector<std::uint32_t>;

// Where an amount stands: a post of a project, in a year. As small as it can be: a large plan has millions.
struct Spot {
  std::uint32_t project;
  std::uint32_t post;
  std::uint32_t year;
};
using Spots = std::span<const Spot>;

// The spots of every amount on one side of the plan.
class ByAmount {
 public:
  void add(std::int64_t cents, const Spot& spot) {
    const auto group = groups_.try_emplace(cents, static_cast<std::uint32_t>(groups_.size())).first->second;
    added_.push_back({group, spot});
  }

  // Puts those of one amount together, in the order they were added in.
  void sort() {
    from_.assign(groups_.size() + 1, 0);
    for (const auto& [group, spot] : added_) ++from_[group + 1];
    for (std::size_t group = 0; group < groups_.size(); ++group) from_[group + 1] += from_[group];
    std::vector<std::size_t> next = from_;
    spots_.resize(added_.size());
    for (const auto& [group, spot] : added_) spots_[next[group]++] = spot;
    added_ = {};
  }

  std::size_t size() const { return spots_.size(); }
  const std::unordered_map<std::int64_t, std::uint32_t>& groups() const { return groups_; }  // by cents
  Spots of(std::uint32_t group) const { return Spots(spots_).subspan(from_[group], from_[group + 1] - from_[group]); }
  Spots find(std::int64_t cents) const {
    const auto found = groups_.find(cents);
    return found == groups_.end() ? Spots() : of(found->second);
  }

 private:
  std::unordered_map<std::int64_t, std::uint32_t> groups_;
  std::vector<std::pair<std::uint32_t, Spot>> added_;
  std::vector<std::size_t> from_;
  std::vector<Spot> spots_;
};

// The amounts of one project on one side in one year, in the order of its posts.
struct List {
  std::uint32_t project;
  std::uint32_t year;
  Direction direction;
  std::vector<std::uint64_t> cents;
  Posts posts;
};

// The amounts that belong to no overdracht somebody declared, and where each of them stands.
class Candidates {
 public:
  Candidates(const Plan& plan, const Amounts& amounts)
      : plan_(plan), amounts_(amounts), declared_(2 * plan.post_count) {
    for (const Project& project : plan.projects)
      for (const Leg& leg : project.legs) declared_[side_number(project.first_post + leg.post, leg.direction)] = true;
    for (std::size_t p = 0; p < plan.projects.size(); ++p)
      for (std::size_t post = 0; post < plan.projects[p].posts.size(); ++post)
        for (const Direction direction : {Direction::baten, Direction::lasten})
          for (std::size_t y = 0; y < plan.years.size(); ++y) add(p, post, direction, y);
    baten_.sort();
    lasten_.sort();
  }

  const ByAmount& on(Direction direction) const { return direction == Direction::baten ? baten_ : lasten_; }
  std::size_t size() const { return baten_.size() + lasten_.size(); }

  List in(std::size_t project, Direction direction, std::size_t year) const {
    List list{static_cast<std::uint32_t>(project), static_cast<std::uint32_t>(year), direction, {}, {}};
    for (std::size_t post = 0; post < plan_.projects[project].posts.size(); ++post)
      if (const std::int64_t cents = cents_of(project, post, direction, year); cents > 0) {
        list.cents.push_back(static_cast<std::uint64_t>(cents));
        list.posts.push_back(static_cast<std::uint32_t>(post));
      }
    return list;
  }

 private:
  // Above zero where it is one of the amounts to look at.
  std::int64_t cents_of(std::size_t p, std::size_t post, Direction direction, std::size_t year) const {
    const Project& project = plan_.projects[p];
    const Money money = amounts_.at(project, post, direction, year).counted();
    const bool is_one = money > Money() && !declared_[side_number(project.first_post + post, direction)];
    return is_one ? money.cents() : 0;
  }

  void add(std::size_t project, std::size_t post, Direction direction, std::size_t year) {
    const std::int64_t cents = cents_of(project, post, direction, year);
    if (cents == 0) return;
    (direction == Direction::baten ? baten_ : lasten_)
        .add(cents,
             {static_cast<std::uint32_t>(project), static_cast<std::uint32_t>(post), static_cast<std::uint32_t>(year)});
  }

  const Plan& plan_;
  const Amounts& amounts_;
  std::vector<bool> declared_;  // by side of a post
  ByAmount baten_, lasten_;
};

// Amounts to look sums up in. Nearly every sum is none of them, so a map of bits, which stays in the cache, is asked first.
class Sought {
 public:
  explicit Sought(std::size_t amounts)
      : slots_(std::bit_ceil(2 * amounts + 2)), bits_(std::bit_ceil(16 * amounts + 64) / 64) {}

  void add(std::int64_t cents, Spots spots) {
    const auto key = static_cast<std::uint64_t>(cents);
    most_ = std::max(most_, key);
    bits_[word_of(key)] |= bit_of(key);
    std::size_t at = slot_of(key);
    while (slots_[at].cents != 0) at = (at + 1) & (slots_.size() - 1);
    slots_[at] = {key, spots};
  }

  // Empty where it is none of them.
  Spots find(std::uint64_t cents) const {
    if (cents > most_ || (bits_[word_of(cents)] & bit_of(cents)) == 0) return {};
    std::size_t at = slot_of(cents);
    while (slots_[at].cents != 0 && slots_[at].cents != cents) at = (at + 1) & (slots_.size() - 1);
    return slots_[at].spots;
  }

  std::uint64_t most() const { return most_; }

 private:
  struct Slot {
    std::uint64_t cents = 0;  // 0 is free: no amount that is sought
    Spots spots;
  };

  // The high bits of a product hang on all bits of the amount; amounts end in the same zeros.
  static std::uint64_t mixed(std::uint64_t cents) { return (cents * 0x9E37'79B9'7F4A'7C15U) >> 20; }
  std::size_t slot_of(std::uint64_t cents) const { return mixed(cents) & (slots_.size() - 1); }
  std::size_t word_of(std::uint64_t cents) const { return (mixed(cents) >> 6) & (bits_.size() - 1); }
  static std::uint64_t bit_of(std::uint64_t cents) { return std::uint64_t{1} << (mixed(cents) & 63); }

  std::uint64_t most_ = 0;
  std::vector<Slot> slots_;
  std::vector<std::uint64_t> bits_;
};

// What sums of one side are held against: amounts of the other side.
struct Others {
  Sought all;      // that do not stand in too many places
  Sought telling;  // of those the ones that say something by themselves: by their digits, or by the name of a post
};

// One end of a match.
struct End {
  std::uint32_t project;
  std::uint32_t year;
  std::span<const std::uint32_t> posts;
};

End end_at(const Spot& spot) { return {spot.project, spot.year, {&spot.post, 1}}; }

bool may_meet(const End& sends, const End& receives) {
  return sends.project != receives.project && (receives.year == sends.year || receives.year == sends.year + 1);
}

// What the names of posts say of other projects.
class Names {
 public:
  explicit Names(const Plan& plan) : plan_(plan), words_(plan) {}

  // Whether one of the posts names any project.
  bool any(std::uint32_t project, std::span<const std::uint32_t> posts) const {
    return std::any_of(posts.begin(), posts.end(),
                       [&](std::uint32_t post) { return !words_.named_by(number(project, post)).empty(); });
  }
  bool any(Spots spots) const {
    return std::any_of(spots.begin(), spots.end(), [&](const Spot& spot) {
      return any(spot.project, {&spot.post, 1});
    });
  }

  // Whether one of the posts of one end names the project of the other.
  bool any_between(const End& one, const End& other) const { return names(one, other) || names(other, one); }

  int shared_between(const End& one, const End& other) { return shared(one, other) + shared(other, one); }

 private:
  // As the words count them.
  std::size_t number(std::uint32_t project, std::uint32_t post) const {
    return plan_.projects[project].first_post + post;
  }

  bool names(const End& end, const End& other) const {
    return std::any_of(end.posts.begin(), end.posts.end(), [&](std::uint32_t post) {
      const std::span<const ProjectId> named = words_.named_by(number(end.project, post));
      return std::find(named.begin(), named.end(), ProjectId{other.project}) != named.end();
    });
  }

  int shared(const End& end, const End& other) {
    int words = 0;
    for (const std::uint32_t post : end.posts)
      words += words_.shared(number(end.project, post), ProjectId{other.project});
    return words;
  }

  const Plan& plan_;
  TellingWords words_;
};

// Every match of amounts, and what speaks for it.
class Search {
 public:
  Search(const Plan& plan, const Candidates& candidates) : plan_(plan), candidates_(candidates), names_(plan) {}

  void run() {
    // Which are left out at most_suspects hangs on this order.
    for (const auto& [cents, group] : candidates_.on(Direction::lasten).groups())
      match_equal(candidates_.on(Direction::lasten).of(group), cents);
    std::vector<List> lists;
    lists.reserve(2 * plan_.projects.size() * plan_.years.size());
    for (std::size_t p = 0; p < plan_.projects.size(); ++p)
      for (std::size_t y = 0; y < plan_.years.size(); ++y)
        for (const Direction direction : both_directions) lists.push_back(candidates_.in(p, direction, y));
    const Others baten = others_on(Direction::baten), lasten = others_on(Direction::lasten);
    const auto against = [&](const List& list) -> const Sought& {
      const Others& others = list.direction == Direction::lasten ? baten : lasten;
      return names_.any(list.project, list.posts) ? others.all : others.telling;
    };
    std::size_t left = most_sums;
    match_lists(lists, pairs_in, left, [&](const List& list) { match_pairs(list, against(list)); });
    match_lists(lists, triples_in, left, [&](const List& list) { match_triples(list, against(list)); });
  }

  bool stopped() const { return stopped_; }

  std::vector<Suspect> found() {
    std::vector<Suspect> all;
    for (auto& [key, suspect] : found_) all.push_back(std::move(suspect));
    return all;
  }

 private:
  using Key = std::tuple<ProjectId, ProjectId, Posts, Posts, int>;  // van, naar, zendt, ontvangt, years in between

  void match_equal(Spots sends, std::int64_t cents) {
    const Spots receives = candidates_.on(Direction::baten).find(cents);
    const std::size_t places = sends.size() + receives.size();
    if (receives.empty() || places > most_equal_amounts) return;
    if (places > 2 && !names_.any(sends) && !names_.any(receives)) return;  // no telling which
    for (const Spot& from : sends)
      for (const Spot& to : receives)
        if (may_meet(end_at(from), end_at(to))) add(end_at(from), end_at(to), Money::of_cents(cents), places == 2);
  }

  Others others_on(Direction direction) const {
    const ByAmount& amounts = candidates_.on(direction);
    Others others{Sought(amounts.groups().size()), Sought(amounts.groups().size())};
    for (const auto& [cents, group] : amounts.groups()) {
      const Spots spots = amounts.of(group);
      if (spots.size() > most_equal_amounts) continue;
      others.all.add(cents, spots);
      const bool by_digits = spots.size() == 1 && significant_digits(Money::of_cents(cents)) >= least_digits_of_sum;
      if (by_digits || names_.any(spots)) others.telling.add(cents, spots);
    }
    return others;
  }

  static std::size_t pairs_in(std::size_t amounts) { return amounts < 2 ? 0 : amounts * (amounts - 1) / 2; }
  static std::size_t triples_in(std::size_t amounts) { return amounts < 3 ? 0 : pairs_in(amounts) * (amounts - 2) / 3; }

  // The shortest lists first, as far as `left` reaches: which of them are left out then hangs on their length alone, and
  // not on the order of the projects.
  template <class Match>
  void match_lists(const std::vector<List>& lists, std::size_t (*sums_in)(std::size_t), std::size_t& left,
                   Match match) {
    std::map<std::size_t, std::size_t> lengths;  // how many lists have it
    for (const List& list : lists) ++lengths[list.posts.size()];
    std::size_t longest = 0;
    for (const auto& [length, count] : lengths) {
      const std::size_t sums = sums_in(length);
      if (sums > left / count) break;
      left -= sums * count;
      longest = length;
    }
    for (const List& list : lists) {
      if (list.posts.size() <= longest) match(list);
      else stopped_ = true;
    }
  }

  // Two posts of one project that add up to one post of another.
  void match_pairs(const List& list, const Sought& others) {
    for (std::size_t i = 0; i < list.cents.size(); ++i)
      for (std::size_t j = i + 1; j < list.cents.size(); ++j) {
        const std::uint64_t sum = list.cents[i] + list.cents[j];
        if (const Spots found = others.find(sum); !found.empty()) try_sum(list, {i, j}, sum, found);
      }
  }

  // Nothing is below zero, so where two are too much already all three are; and no sum of three goes beyond 64 bits.
  void match_triples(const List& list, const Sought& others) {
    for (std::size_t i = 0; i < list.cents.size(); ++i)
      for (std::size_t j = i + 1; j < list.cents.size(); ++j) {
        const std::uint64_t two = list.cents[i] + list.cents[j];
        for (std::size_t k = j + 1; k < list.cents.size() && two <= others.most(); ++k)
          if (const Spots found = others.find(two + list.cents[k]); !found.empty())
            try_sum(list, {i, j, k}, two + list.cents[k], found);
      }
  }

  void try_sum(const List& list, std::initializer_list<std::size_t> parts, std::uint64_t sum, Spots found) {
    Posts posts;
    for (const std::size_t part : parts) posts.push_back(list.posts[part]);
    const End these{list.project, list.year, posts};
    const Money bedrag = Money::of_cents(static_cast<std::int64_t>(sum));
    for (const Spot& other : found) {
      const End that = end_at(other);
      if (list.direction == Direction::lasten && may_meet(these, that)) add(these, that, bedrag, found.size() == 1);
      if (list.direction == Direction::baten && may_meet(that, these)) add(that, these, bedrag, found.size() == 1);
    }
  }

  void add(const End& sends, const End& receives, Money bedrag, bool only_pair) {
    const bool names_other = names_.any_between(sends, receives);
    if (!names_other && !only_pair) return;
    const int least = sends.posts.size() + receives.posts.size() > 2 ? least_digits_of_sum : least_digits;
    const int digits = significant_digits(bedrag);
    const bool later = receives.year > sends.year;
    if (!names_other && digits < least) return;
    if (later && digits < least_digits_if_later) return;
    if (found_.size() >= most_suspects) {
      stopped_ = true;
      return;
    }
    Suspect& suspect = suspect_of(sends, receives, names_other);
    suspect.digits = std::max(suspect.digits, digits);
    suspect.years.push_back({plan_.years.at(sends.year), plan_.years.at(receives.year), bedrag});
  }

  // The one of these posts, that year or the next; a new one when they meet for the first time.
  Suspect& suspect_of(const End& sends, const End& receives, bool names_other) {
    const Posts zendt(sends.posts.begin(), sends.posts.end()), ontvangt(receives.posts.begin(), receives.posts.end());
    const ProjectId van{sends.project}, naar{receives.project};
    const int between = receives.year > sends.year ? 1 : 0;
    const auto [entry, is_new] = found_.try_emplace(Key{van, naar, zendt, ontvangt, between});
    Suspect& suspect = entry->second;
    if (is_new) suspect = {van, naar, zendt, ontvangt, {}, names_other, names_.shared_between(sends, receives)};
    return suspect;
  }

  const Plan& plan_;
  const Candidates& candidates_;
  Names names_;
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
