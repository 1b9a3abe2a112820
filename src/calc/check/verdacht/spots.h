// Every amount of a plan that belongs to no overdracht somebody declared: by project, year and side, and by what it is. For
// who looks for amounts that meet.
#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <span>
#include <utility>
#include <vector>

#include "calc/cells.h"
#include "plan/model.h"

namespace saldo {

// Where an amount stands: a post of a project, in a year.
struct Spot {
  std::uint32_t project;
  std::uint32_t post;
  std::uint32_t year;
};

// Amounts by their number, of which a large plan has millions.
using Numbers = std::span<const std::uint32_t>;

// The amounts of one project on one side in one year, in the order of its posts.
struct SpotList {
  std::uint32_t project;
  std::uint32_t year;
  Direction direction;
  std::uint32_t first;  // its number; the others follow
  std::span<const std::uint64_t> cents;
  std::span<const std::uint32_t> posts;
};

// The high bits of a product hang on all bits of the amount; amounts end in the same zeros.
constexpr std::uint64_t scattered(std::uint64_t cents) { return (cents * 0x9E37'79B9'7F4A'7C15U) >> 20; }

// The numbers of one side by what their amounts are: in small buckets, one after the other in one list.
class ByAmount {
 public:
  // `each(visit)` goes along the numbers of the side, upwards. `cents`, by number, stay where they are.
  template <class Each>
  ByAmount(std::span<const std::uint64_t> cents, Each each) : cents_(cents) {
    std::size_t count = 0;
    each([&](std::uint32_t) { ++count; });
    ends_.resize(std::bit_ceil(count / of_a_bucket + 1));
    each([&](std::uint32_t number) { ++ends_[bucket_of(cents_[number])]; });
    std::uint32_t before = 0;
    for (std::uint32_t& end : ends_) before += std::exchange(end, before);
    numbers_.resize(count);
    each([&](std::uint32_t number) { numbers_[ends_[bucket_of(cents_[number])]++] = number; });
    const auto order = [&](std::uint32_t a, std::uint32_t b) {
      return std::pair(cents_[a], a) < std::pair(cents_[b], b);
    };
    for (std::size_t bucket = 0; bucket < ends_.size(); ++bucket)
      std::sort(numbers_.begin() + begin_of(bucket), numbers_.begin() + ends_[bucket], order);
    for (std::size_t i = 0; i < count; ++i)
      if (i == 0 || cents_[numbers_[i]] != cents_[numbers_[i - 1]]) ++distinct_;
  }

  std::size_t distinct() const { return distinct_; }          // how many amounts that differ
  std::size_t size_of_plan() const { return cents_.size(); }  // of both sides

  // Upwards; empty where the amount is not there.
  Numbers of(std::uint64_t cents) const {
    const std::size_t bucket = bucket_of(cents);
    const auto end = numbers_.begin() + ends_[bucket];
    const auto first = std::partition_point(numbers_.begin() + begin_of(bucket), end,
                                            [&](std::uint32_t number) { return cents_[number] < cents; });
    return {first, std::partition_point(first, end, [&](std::uint32_t number) { return cents_[number] == cents; })};
  }

 private:
  static constexpr std::size_t of_a_bucket = 4;  // numbers, and of a large plan most are equal

  std::size_t bucket_of(std::uint64_t cents) const { return scattered(cents) & (ends_.size() - 1); }
  std::uint32_t begin_of(std::size_t bucket) const { return bucket == 0 ? 0 : ends_[bucket - 1]; }

  std::span<const std::uint64_t> cents_;
  std::vector<std::uint32_t> ends_;  // by bucket
  std::vector<std::uint32_t> numbers_;
  std::size_t distinct_ = 0;
};

// The amounts, numbered by project, year and side.
class Candidates {
 public:
  Candidates(const Plan& plan, const Amounts& amounts)
      : lists_(make_lists(plan, amounts)), baten_(by_amount(Direction::baten)), lasten_(by_amount(Direction::lasten)) {}
  Candidates(const Candidates&) = delete;
  Candidates& operator=(const Candidates&) = delete;

  std::size_t size() const { return cents_.size(); }
  std::uint64_t cents(std::uint32_t number) const { return cents_[number]; }
  const ByAmount& on(Direction direction) const { return direction == Direction::baten ? baten_ : lasten_; }

  Spot at(std::uint32_t number) const {
    const auto after = [](std::uint32_t wanted, const Head& head) { return wanted < head.first; };
    const Head& head = *std::prev(std::upper_bound(lists_.begin(), lists_.end(), number, after));
    return {head.project, posts_[number], head.year};
  }

  // Every list that is not empty.
  template <class Visit>
  void for_each_list(Visit visit) const {
    for (std::size_t i = 0; i < lists_.size(); ++i) {
      const Head& head = lists_[i];
      const std::size_t count = (i + 1 < lists_.size() ? lists_[i + 1].first : cents_.size()) - head.first;
      visit(SpotList{head.project, head.year, head.direction, head.first, std::span(cents_).subspan(head.first, count),
                     std::span(posts_).subspan(head.first, count)});
    }
  }

  // The first that is seen of every amount of a side: visit(its cents, the numbers of all that are equal to it).
  template <class Visit>
  void for_each_amount(Direction direction, Visit visit) const {
    for_each_number(direction, [&](std::uint32_t number) {
      const Numbers equal = on(direction).of(cents_[number]);
      if (equal.front() == number) visit(cents_[number], equal);
    });
  }

 private:
  struct Head {
    std::uint32_t first;
    std::uint32_t project;
    std::uint32_t year;
    Direction direction;
  };

  template <class Visit>
  void for_each_number(Direction direction, Visit visit) const {
    for_each_list([&](const SpotList& list) {
      for (std::uint32_t i = 0; list.direction == direction && i < list.cents.size(); ++i) visit(list.first + i);
    });
  }

  ByAmount by_amount(Direction direction) const {
    return ByAmount(cents_, [&](auto visit) { for_each_number(direction, visit); });
  }

  std::vector<Head> make_lists(const Plan& plan, const Amounts& amounts) {
    std::vector<bool> declared(2 * plan.post_count);  // by side of a post
    for (const Project& project : plan.projects)
      for (const Leg& leg : project.legs) declared[side_number(project.first_post + leg.post, leg.direction)] = true;
    cents_.reserve(amounts.size());  // of which what is not used takes no memory
    posts_.reserve(amounts.size());
    std::vector<Head> lists;
    for (std::uint32_t p = 0; p < plan.projects.size(); ++p)
      for (std::uint32_t y = 0; y < plan.years.size(); ++y)
        for (const Direction direction : both_directions) {
          const std::size_t first = cents_.size();
          add_amounts(plan.projects[p], y, direction, amounts, declared);
          if (first < cents_.size()) lists.push_back({static_cast<std::uint32_t>(first), p, y, direction});
        }
    return lists;
  }

  void add_amounts(const Project& project, std::uint32_t year, Direction direction, const Amounts& amounts,
                   const std::vector<bool>& declared) {
    for (std::uint32_t post = 0; post < project.posts.size(); ++post) {
      const Money money = amounts.at(project, post, direction, year).counted();
      if (!(money > Money()) || declared[side_number(project.first_post + post, direction)]) continue;
      cents_.push_back(static_cast<std::uint64_t>(money.cents()));
      posts_.push_back(post);
    }
  }

  std::vector<std::uint64_t> cents_;  // by number
  std::vector<std::uint32_t> posts_;
  std::vector<Head> lists_;
  ByAmount baten_, lasten_;
};

// Some amounts of one side, to look sums up in. Nearly every sum is none of them, so a map of bits, which stays in the
// cache, is asked first.
class Sought {
 public:
  explicit Sought(const ByAmount& amounts)
      : amounts_(amounts), added_(amounts.size_of_plan()), bits_(std::bit_ceil(16 * amounts.distinct() + 64) / 64) {}

  void add(std::uint64_t cents, Numbers equal) {
    most_ = most_ < cents ? cents : most_;
    bits_[word_of(cents)] |= bit_of(cents);
    added_[equal.front()] = true;
  }

  // Whether it is worth a look: always where it is one of them, else seldom.
  bool may_be(std::uint64_t cents) const { return (bits_[word_of(cents)] & bit_of(cents)) != 0; }

  // Empty where it is none of them.
  Numbers find(std::uint64_t cents) const {
    const Numbers equal = amounts_.of(cents);
    return equal.empty() || !added_[equal.front()] ? Numbers() : equal;
  }

  std::uint64_t most() const { return most_; }

 private:
  std::size_t word_of(std::uint64_t cents) const { return (scattered(cents) >> 6) & (bits_.size() - 1); }
  static std::uint64_t bit_of(std::uint64_t cents) { return std::uint64_t{1} << (scattered(cents) & 63); }

  const ByAmount& amounts_;
  std::uint64_t most_ = 0;
  std::vector<bool> added_;  // by the number of the first
  std::vector<std::uint64_t> bits_;
};

}  // namespace saldo
