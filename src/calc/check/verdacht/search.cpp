#include "calc/check/verdacht/search.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "calc/check/verdacht/spots.h"
#include "calc/check/verdacht/telling_words.h"

namespace saldo {

namespace {

// The bounds grow with the plan, so that the search takes no more than a part of the reading of it. What they stand in the
// way of is one project with hundreds of posts on a side, of which any three are a sum, and a plan of equal amounts, of
// which every sum is one that is sought.
constexpr std::size_t most_sums = 5'000'000;    // or so many for each amount:
constexpr std::size_t sums_of_an_amount = 100;  // twice what projects of 25 posts have
constexpr std::size_t most_suspects = 10'000;   // or so many for each amount:
constexpr std::size_t amounts_of_a_suspect = 10;
constexpr std::size_t most_equal_amounts = 64;  // an amount that stands in more places says nothing
constexpr int least_digits = 4;                 // of an equal amount without a name to go with it
constexpr int least_digits_of_sum = 5;          // and of a sum
constexpr int least_digits_if_later = 3;        // of an amount that arrives a year later, whatever the names say

// What sums of one side are held against: amounts of the other side.
struct Others {
  Sought all;      // that do not stand in too many places
  Sought telling;  // of those the ones that say something by themselves: by their digits, or by the name of a post
};

// Where an amount stands: a post of a project, in a year.
struct Spot {
  std::uint32_t project;
  std::uint32_t post;
  std::uint32_t year;
};

// One end of a match.
struct End {
  std::uint32_t project;
  std::uint32_t year;
  std::span<const std::uint32_t> posts;
};

PostsKey key_of(std::span<const std::uint32_t> posts) {
  PostsKey key{};
  for (std::size_t i = 0; i < posts.size(); ++i) key[i] = posts[i] + 1;
  return key;
}

MatchKey key_of(const End& sends, const End& receives) {
  return {ProjectId{sends.project}, ProjectId{receives.project}, key_of(sends.posts), key_of(receives.posts),
          receives.year - sends.year};
}

Money in_money(std::uint64_t cents) { return Money::of_cents(static_cast<std::int64_t>(cents)); }

End end_at(const Spot& spot) { return {spot.project, spot.year, {&spot.post, 1}}; }

bool may_meet(const End& sends, const End& receives) {
  return sends.project != receives.project && (receives.year == sends.year || receives.year == sends.year + 1);
}

// What the names of posts say of other projects.
class Names {
 public:
  explicit Names(const Plan& plan) : plan_(plan), words_(plan) {}

  // Whether the post names any project.
  bool any(std::size_t post_of_plan) const { return !words_.named_by(post_of_plan).empty(); }

  // Whether one of the posts does.
  bool any(std::uint32_t project, std::span<const std::uint32_t> posts) const {
    const std::size_t first = plan_.projects[project].first_post;
    return std::any_of(posts.begin(), posts.end(), [&](std::uint32_t post) { return any(first + post); });
  }

  // Whether one of the posts of one end names the project of the other.
  bool any_between(const End& one, const End& other) const { return names(one, other) || names(other, one); }

  // How many words of the posts also stand in posts of the other project.
  int shared(ProjectId project, const PostsKey& posts, ProjectId other) {
    int words = 0;
    for (const std::uint32_t post : posts)
      if (post > 0) words += words_.shared(plan_.project(project).first_post + post - 1, other);
    return words;
  }

 private:
  bool names(const End& end, const End& other) const {
    const std::size_t first = plan_.projects[end.project].first_post;
    return std::any_of(end.posts.begin(), end.posts.end(), [&](std::uint32_t post) {
      const std::span<const ProjectId> named = words_.named_by(first + post);
      return std::find(named.begin(), named.end(), ProjectId{other.project}) != named.end();
    });
  }

  const Plan& plan_;
  TellingWords words_;
};

// Every match, and what speaks for it.
class Found {
 public:
  // Among so many amounts.
  Found(const Plan& plan, Names& names, std::size_t amounts) : plan_(plan), names_(names), amounts_(amounts) {}

  void add(const End& sends, const End& receives, Money bedrag, bool only_pair) {
    const bool names_other = names_.any_between(sends, receives);
    if (!names_other && !only_pair) return;
    const int least = sends.posts.size() + receives.posts.size() > 2 ? least_digits_of_sum : least_digits;
    const int digits = significant_digits(bedrag);
    const bool later = receives.year > sends.year;
    if (!names_other && digits < least) return;
    if (later && digits < least_digits_if_later) return;
    is_full_ = matches_.size() >= std::max(most_suspects, amounts_ / amounts_of_a_suspect);
    if (is_full_) return;
    const auto [entry, is_new] = matches_.try_emplace(key_of(sends, receives));
    Match& match = entry->second;
    if (is_new) match.names_other = names_other;
    match.digits = std::max(match.digits, digits);
    match.years.push_back({plan_.years.at(sends.year), plan_.years.at(receives.year), bedrag});
  }

  bool is_full() const { return is_full_; }  // no more is taken

  Matches take(KeepMatch keep) {
    std::erase_if(matches_, [&](const auto& match) { return !keep(match.second, amounts_); });
    for (auto& [key, match] : matches_) match.shared_words = shared_words(key);
    return std::move(matches_);
  }

 private:
  int shared_words(const MatchKey& key) {
    const auto& [van, naar, zendt, ontvangt, between] = key;
    return names_.shared(van, zendt, naar) + names_.shared(naar, ontvangt, van);
  }

  const Plan& plan_;
  Names& names_;
  std::size_t amounts_;
  Matches matches_;
  bool is_full_ = false;
};

// Goes along the amounts and their sums.
class Search {
 public:
  Search(const Plan& plan, const Candidates& candidates)
      : plan_(plan), candidates_(candidates), names_(plan), found_(plan, names_, candidates.size()) {}

  void run() {
    match_equal_amounts();
    const Others of_baten = others_on(Direction::baten), of_lasten = others_on(Direction::lasten);
    const auto against = [&](const SpotList& list) -> const Sought& {
      const Others& others = list.direction == Direction::lasten ? of_baten : of_lasten;
      return names_.any(list.project, list.posts) ? others.all : others.telling;
    };
    std::size_t left = std::max(most_sums, sums_of_an_amount * candidates_.size());
    match_lists(pairs_in, left, [&](const SpotList& list) { match_pairs(list, against(list)); });
    match_lists(triples_in, left, [&](const SpotList& list) { match_triples(list, against(list)); });
  }

  bool stopped() const { return stopped_ || found_.is_full(); }

  Matches take_found(KeepMatch keep) { return found_.take(keep); }

 private:
  Spot spot_of(std::uint32_t number) const {
    const AmountOf cell = locate(plan_, static_cast<CellId>(number));
    return {static_cast<std::uint32_t>(cell.project), static_cast<std::uint32_t>(cell.post),
            static_cast<std::uint32_t>(cell.year)};
  }

  bool any_names(Numbers numbers) const {
    const std::size_t cells_of_a_post = 2 * plan_.years.size();
    return std::any_of(numbers.begin(), numbers.end(),
                       [&](std::uint32_t number) { return names_.any(number / cells_of_a_post); });
  }

  // In the order of the lists.
  void match_equal_amounts() {
    struct Equal {
      Spot first;
      std::uint64_t cents;
      Numbers sends;
      Numbers receives;
    };
    std::vector<Equal> all;
    candidates_.on(Direction::lasten).for_each_amount([&](std::uint64_t cents, Numbers sends) {
      const Numbers receives = candidates_.on(Direction::baten).of(cents);
      if (may_match(sends, receives)) all.push_back({spot_of(sends.front()), cents, sends, receives});
    });
    const auto place = [](const Equal& one) { return std::tuple(one.first.project, one.first.year, one.first.post); };
    std::sort(all.begin(), all.end(), [&](const Equal& a, const Equal& b) { return place(a) < place(b); });
    for (const Equal& one : all) match_equal(one.cents, one.sends, one.receives);
  }

  // Whether they can be told from what else has that amount.
  bool may_match(Numbers sends, Numbers receives) const {
    const std::size_t places = sends.size() + receives.size();
    if (receives.empty() || places > most_equal_amounts) return false;
    return places == 2 || any_names(sends) || any_names(receives);
  }

  void match_equal(std::uint64_t cents, Numbers sends, Numbers receives) {
    for (const std::uint32_t sent : sends)
      for (const std::uint32_t received : receives) {
        const Spot from = spot_of(sent), to = spot_of(received);
        if (may_meet(end_at(from), end_at(to)))
          found_.add(end_at(from), end_at(to), in_money(cents), sends.size() + receives.size() == 2);
      }
  }

  Others others_on(Direction direction) const {
    const ByAmount& amounts = candidates_.on(direction);
    Others others{Sought(amounts), Sought(amounts)};
    amounts.for_each_amount([&](std::uint64_t cents, Numbers equal) {
      if (equal.size() > most_equal_amounts) return;
      others.all.add(cents, equal);
      const bool by_digits = equal.size() == 1 && has_digits(in_money(cents), least_digits_of_sum);
      if (by_digits || any_names(equal)) others.telling.add(cents, equal);
    });
    return others;
  }

  static std::size_t pairs_in(std::size_t amounts) { return amounts < 2 ? 0 : amounts * (amounts - 1) / 2; }
  static std::size_t triples_in(std::size_t amounts) { return amounts < 3 ? 0 : pairs_in(amounts) * (amounts - 2) / 3; }

  // The shortest lists first, as far as `left` reaches: which of them are left out then hangs on their length alone, and
  // not on the order of the projects.
  template <class Match>
  void match_lists(std::size_t (*sums_in)(std::size_t), std::size_t& left, Match match) {
    std::size_t longest = 0;
    for (const auto& [length, count] : candidates_.lengths()) {
      const std::size_t sums = sums_in(length);
      if (sums > left / count) break;
      left -= sums * count;
      longest = length;
    }
    candidates_.for_each_list([&](const SpotList& list) {
      if (list.posts.size() > longest) stopped_ = true;
      else if (!found_.is_full()) match(list);
    });
  }

  // Two posts of one project that add up to one post of another.
  void match_pairs(const SpotList& list, const Sought& others) {
    for (std::size_t i = 0; i < list.cents.size(); ++i)
      match_each(list, others, list.cents[i], i + 1, [&](std::size_t j, std::uint64_t sum) {
        try_sum(list, std::array{list.posts[i], list.posts[j]}, sum, others);
      });
  }

  // Nothing is below zero, so where two are too much already all three are; and no sum of three goes beyond 64 bits.
  void match_triples(const SpotList& list, const Sought& others) {
    const std::span<const std::uint64_t> cents = list.cents;
    for (std::size_t i = 0; i < cents.size(); ++i)
      for (std::size_t j = i + 1; j < cents.size(); ++j)
        if (const std::uint64_t two = cents[i] + cents[j]; two <= others.most())
          match_each(list, others, two, j + 1, [&](std::size_t k, std::uint64_t sum) {
            try_sum(list, std::array{list.posts[i], list.posts[j], list.posts[k]}, sum, others);
          });
  }

  // Each amount of the list from `first` on that comes to one of the others with `before`: match(its place, the sum).
  template <class Match>
  static void match_each(const SpotList& list, const Sought& others, std::uint64_t before, std::size_t first,
                         Match match) {
    for (const std::uint64_t& last : list.cents.subspan(first))
      if (others.may_be(before + last)) match(static_cast<std::size_t>(&last - list.cents.data()), before + last);
  }

  void try_sum(const SpotList& list, std::span<const std::uint32_t> posts, std::uint64_t sum, const Sought& others) {
    const Numbers found = others.find(sum);
    const End these{list.project, list.year, posts};
    for (const std::uint32_t number : found) {
      const Spot other = spot_of(number);
      const End that = end_at(other);
      const bool sends = list.direction == Direction::lasten;
      if (sends && may_meet(these, that)) found_.add(these, that, in_money(sum), found.size() == 1);
      if (!sends && may_meet(that, these)) found_.add(that, these, in_money(sum), found.size() == 1);
    }
  }

  const Plan& plan_;
  const Candidates& candidates_;
  Names names_;
  Found found_;
  bool stopped_ = false;
};

}  // namespace

FoundMatches find_matches(const Plan& plan, const Amounts& amounts, KeepMatch keep) {
  if (amounts.size() > std::numeric_limits<std::uint32_t>::max())  // past which Candidates cannot number them
    return {{}, 0, true};
  const Candidates candidates(plan, amounts);
  Search search(plan, candidates);
  search.run();
  const bool stopped = search.stopped();
  return {search.take_found(keep), candidates.size(), stopped};
}

}  // namespace saldo
