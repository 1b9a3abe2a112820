// Every amount of a plan that belongs to no overdracht somebody declared: by project, year and side, and by what it is. For
// who looks for amounts that meet.
#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <utility>
#include <vector>

#include "calc/cells.h"
#include "plan/model.h"

namespace saldo {

// Amounts by the number of their cell, of which a large plan has millions.
using Numbers = std::span<const std::uint32_t>;

// The amounts of one project on one side in one year, in the order of its posts.
struct SpotList {
  std::uint32_t project;
  std::uint32_t year;
  Direction direction;
  std::span<const std::uint64_t> cents;
  std::span<const std::uint32_t> posts;
};

// By how many posts a list has, how many have that.
using Lengths = std::map<std::size_t, std::size_t>;

// The high bits of a product hang on all bits of the amount; amounts end in the same zeros.
constexpr std::uint64_t scattered(std::uint64_t cents) { return (cents * 0x9E37'79B9'7F4A'7C15U) >> 20; }

// The numbers of one side by what their amounts are: in small buckets, one after the other in one list.
class ByAmount {
 public:
  // `each(visit)` goes along the amounts of the side: visit(cents, number).
  template <class Each>
  ByAmount(const Amounts& amounts, Each each)
      : amounts_(amounts), ends_(std::bit_ceil(amounts.size() / cells_of_a_bucket + 1)) {
    each([this](std::uint64_t cents, std::uint32_t) { ++ends_[bucket_of(cents)]; });
    std::uint32_t before = 0;
    for (std::uint32_t& end : ends_) before += std::exchange(end, before);
    numbers_.resize(before);
    each([this](std::uint64_t cents, std::uint32_t number) { numbers_[ends_[bucket_of(cents)]++] = number; });
    for (std::size_t bucket = 0; bucket < ends_.size(); ++bucket) sort(begin_of(bucket), ends_[bucket]);
    for_each_amount([this](std::uint64_t, Numbers) { ++distinct_; });
  }

  std::size_t size() const { return numbers_.size(); }
  std::size_t distinct() const { return distinct_; }     // amounts that differ
  std::size_t cells() const { return amounts_.size(); }  // of the plan

  // In the order of the lists; empty where the amount is not there.
  Numbers of(std::uint64_t cents) const {
    const std::size_t bucket = bucket_of(cents);
    const auto end = numbers_.begin() + ends_[bucket];
    const auto first = std::partition_point(numbers_.begin() + begin_of(bucket), end,
                                            [&](std::uint32_t number) { return cents_of(number) < cents; });
    return {first, std::partition_point(first, end, [&](std::uint32_t number) { return cents_of(number) == cents; })};
  }

  // Every amount once, in no order: visit(its cents, the numbers of all that have it).
  template <class Visit>
  void for_each_amount(Visit visit) const {
    for (auto first = numbers_.begin(); first != numbers_.end();) {
      const std::uint64_t cents = cents_of(*first);
      const auto end =
          std::find_if(first, numbers_.end(), [&](std::uint32_t number) { return cents_of(number) != cents; });
      visit(cents, Numbers(first, end));
      first = end;
    }
  }

 private:
  static constexpr std::size_t cells_of_a_bucket = 16;  // of which few have an amount, and many the same

  std::uint64_t cents_of(std::uint32_t number) const {
    return static_cast<std::uint64_t>(amounts_[static_cast<CellId>(number)].counted().cents());
  }
  std::size_t bucket_of(std::uint64_t cents) const { return scattered(cents) & (ends_.size() - 1); }
  std::uint32_t begin_of(std::size_t bucket) const { return bucket == 0 ? 0 : ends_[bucket - 1]; }

  // Equal amounts stay in the order of the lists.
  void sort(std::uint32_t begin, std::uint32_t end) {
    if (end - begin < 2) return;
    std::vector<std::pair<std::uint64_t, std::uint32_t>> amounts;
    for (std::uint32_t i = begin; i < end; ++i) amounts.emplace_back(cents_of(numbers_[i]), numbers_[i]);
    std::stable_sort(amounts.begin(), amounts.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    for (std::uint32_t i = begin; i < end; ++i) numbers_[i] = amounts[i - begin].second;
  }

  const Amounts& amounts_;
  std::vector<std::uint32_t> ends_;  // by bucket
  std::vector<std::uint32_t> numbers_;
  std::size_t distinct_ = 0;
};

// The amounts that can be part of a suspect. They are read where they stand, as often as they are gone along: held beside
// those of the plan they would take as much again.
class Candidates {
 public:
  Candidates(const Plan& plan, const Amounts& amounts)
      : plan_(plan),
        amounts_(amounts),
        declared_(declared_sides(plan)),
        baten_(by_amount(Direction::baten)),
        lasten_(by_amount(Direction::lasten)) {}
  Candidates(const Candidates&) = delete;
  Candidates& operator=(const Candidates&) = delete;

  std::size_t size() const { return baten_.size() + lasten_.size(); }
  const ByAmount& on(Direction direction) const { return direction == Direction::baten ? baten_ : lasten_; }

  // By project, year and side; none is empty, and each is good until the next.
  template <class Visit>
  void for_each_list(Visit visit) const {
    for_each_list_on(both_directions, visit);
  }

  Lengths lengths() const {
    Lengths lengths;
    for_each_list([&](const SpotList& list) { ++lengths[list.posts.size()]; });
    return lengths;
  }

  // Every amount of a side, in the order in which the lists first have it: visit(its cents, the numbers of all that do).
  template <class Visit>
  void for_each_amount(Direction direction, Visit visit) const {
    std::vector<bool> is_first(amounts_.size());
    on(direction).for_each_amount([&](std::uint64_t, Numbers equal) { is_first[equal.front()] = true; });
    for_each_number(direction, [&](std::uint64_t cents, std::uint32_t number) {
      if (is_first[number]) visit(cents, on(direction).of(cents));
    });
  }

 private:
  template <class Visit>
  void for_each_list_on(std::span<const Direction> sides, Visit visit) const {
    std::vector<std::uint64_t> cents;
    std::vector<std::uint32_t> posts;
    for (std::uint32_t p = 0; p < plan_.projects.size(); ++p)
      for (std::uint32_t y = 0; y < plan_.years.size(); ++y)
        for (const Direction direction : sides) {
          cents.clear();
          posts.clear();
          list(plan_.projects[p], y, direction, cents, posts);
          if (!cents.empty()) visit(SpotList{p, y, direction, cents, posts});
        }
  }

  template <class Visit>
  void for_each_number(Direction direction, Visit visit) const {
    for_each_list_on(std::span(&direction, 1), [&](const SpotList& list) {
      for (std::size_t i = 0; i < list.cents.size(); ++i) {
        const CellId id = amounts_.id(plan_.projects[list.project], list.posts[i], direction, list.year);
        visit(list.cents[i], static_cast<std::uint32_t>(position(id)));
      }
    });
  }

  ByAmount by_amount(Direction direction) const {
    return ByAmount(amounts_, [&](auto visit) { for_each_number(direction, visit); });
  }

  static std::vector<bool> declared_sides(const Plan& plan) {
    std::vector<bool> declared(2 * plan.post_count);
    for (const Project& project : plan.projects)
      for (const Leg& leg : project.legs) declared[side_number(project.first_post + leg.post, leg.direction)] = true;
    return declared;
  }

  void list(const Project& project, std::uint32_t year, Direction direction, std::vector<std::uint64_t>& cents,
            std::vector<std::uint32_t>& posts) const {
    for (std::uint32_t post = 0; post < project.posts.size(); ++post) {
      const Money money = amounts_.at(project, post, direction, year).counted();
      if (!(money > Money()) || declared_[side_number(project.first_post + post, direction)]) continue;
      cents.push_back(static_cast<std::uint64_t>(money.cents()));
      posts.push_back(post);
    }
  }

  const Plan& plan_;
  const Amounts& amounts_;
  const std::vector<bool> declared_;  // by side of a post: part of an overdracht that somebody declared
  ByAmount baten_, lasten_;
};

// Some amounts of one side, to look sums up in. Nearly every sum is none of them, so a map of bits, which stays in the
// cache, is asked first.
class Sought {
 public:
  explicit Sought(const ByAmount& amounts)
      : amounts_(amounts), added_(amounts.cells()), bits_(std::bit_ceil(16 * amounts.distinct() + 64) / 64) {}

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
