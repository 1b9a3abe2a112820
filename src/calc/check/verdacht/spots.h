// Every amount of a plan that belongs to no overdracht somebody declared: by project, year and side, and by what it is. For
// who looks for amounts that meet.
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <tuple>
#include <utility>
#include <vector>

#include "base/hash/map_of_bits.h"
#include "base/hash/scattered.h"
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

// The numbers of one side by what their amounts are: in small buckets, one after the other in one list.
class ByAmount {
 public:
  // Of up to so many cells. All amounts are counted, and then added in the same order.
  explicit ByAmount(std::size_t cells) : cells_(cells), ends_(std::bit_ceil(cells / cells_of_a_bucket + 1)) {}
  void count(std::uint64_t cents) { ++ends_[bucket_of(cents)]; }
  void make_room() {
    std::uint32_t before = 0;
    for (std::uint32_t& end : ends_) before += std::exchange(end, before);
    cents_.resize(before);
    numbers_.resize(before);
  }
  void add(std::uint64_t cents, std::uint32_t number) {
    const std::uint32_t at = ends_[bucket_of(cents)]++;
    cents_[at] = cents;
    numbers_[at] = number;
  }
  void sort() {
    std::vector<std::pair<std::uint64_t, std::uint32_t>> amounts;
    for (std::size_t bucket = 0; bucket < ends_.size(); ++bucket) sort(begin_of(bucket), ends_[bucket], amounts);
    for_each_amount([this](std::uint64_t, Numbers) { ++distinct_; });
  }

  std::size_t size() const { return numbers_.size(); }
  std::size_t distinct() const { return distinct_; }  // amounts that differ
  std::size_t cells() const { return cells_; }        // of the plan

  // In the order of the lists; empty where the amount is not there.
  Numbers of(std::uint64_t cents) const {
    const std::size_t bucket = bucket_of(cents);
    const Place end = cents_.begin() + ends_[bucket];
    const Place first =
        std::partition_point(cents_.begin() + begin_of(bucket), end, [&](std::uint64_t c) { return c < cents; });
    return numbers_between(first, std::partition_point(first, end, [&](std::uint64_t c) { return c == cents; }));
  }

  // Every amount once, in no order: visit(its cents, the numbers of all that have it).
  template <class Visit>
  void for_each_amount(Visit visit) const {
    for (auto first = cents_.begin(); first != cents_.end();) {
      const auto end = std::find_if(first, cents_.end(), [&](std::uint64_t c) { return c != *first; });
      visit(*first, numbers_between(first, end));
      first = end;
    }
  }

 private:
  using Place = std::vector<std::uint64_t>::const_iterator;
  static constexpr std::size_t cells_of_a_bucket = 16;  // of which few have an amount, and many the same

  std::size_t bucket_of(std::uint64_t cents) const { return scattered(cents) & (ends_.size() - 1); }
  std::uint32_t begin_of(std::size_t bucket) const { return bucket == 0 ? 0 : ends_[bucket - 1]; }

  Numbers numbers_between(Place first, Place end) const {
    return Numbers(numbers_).subspan(static_cast<std::size_t>(first - cents_.begin()),
                                     static_cast<std::size_t>(end - first));
  }

  // Equal amounts stay in the order of the lists.
  void sort(std::uint32_t begin, std::uint32_t end, std::vector<std::pair<std::uint64_t, std::uint32_t>>& amounts) {
    if (std::is_sorted(cents_.begin() + begin, cents_.begin() + end)) return;
    amounts.clear();
    for (std::uint32_t i = begin; i < end; ++i) amounts.emplace_back(cents_[i], numbers_[i]);
    std::stable_sort(amounts.begin(), amounts.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    for (std::uint32_t i = begin; i < end; ++i) std::tie(cents_[i], numbers_[i]) = amounts[i - begin];
  }

  std::size_t cells_;
  std::vector<std::uint32_t> ends_;  // by bucket
  std::vector<std::uint64_t> cents_;
  std::vector<std::uint32_t> numbers_;  // of the cells with those
  std::size_t distinct_ = 0;
};

// The amounts that can be part of a suspect. Their lists are made anew of the amounts of the plan as often as they are gone
// along: held beside those they would take as much again.
class Candidates {
 public:
  Candidates(const Plan& plan, const Amounts& amounts)
      : plan_(plan),
        amounts_(amounts),
        declared_(declared_sides(plan)),
        sides_{ByAmount(amounts.size()), ByAmount(amounts.size())} {
    for_each_list([this](const SpotList& list) {
      ++lengths_[list.posts.size()];
      for (const std::uint64_t cents : list.cents) side(list.direction).count(cents);
    });
    for (ByAmount& side : sides_) side.make_room();
    for_each_list([this](const SpotList& list) {
      for (std::size_t i = 0; i < list.cents.size(); ++i) side(list.direction).add(list.cents[i], number_of(list, i));
    });
    for (ByAmount& side : sides_) side.sort();
  }
  Candidates(const Candidates&) = delete;
  Candidates& operator=(const Candidates&) = delete;

  std::size_t size() const { return sides_[0].size() + sides_[1].size(); }
  const ByAmount& on(Direction direction) const { return sides_[direction == Direction::baten ? 0 : 1]; }
  const Lengths& lengths() const { return lengths_; }

  // By project, year and side; none is empty, and each is good until the next.
  template <class Visit>
  void for_each_list(Visit visit) const {
    std::vector<Gathered> gathered(2 * plan_.years.size());
    for (std::uint32_t p = 0; p < plan_.projects.size(); ++p) {
      for (Gathered& one : gathered) one.clear();
      gather(plan_.projects[p], gathered);
      for (std::size_t i = 0; i < gathered.size(); ++i)
        if (!gathered[i].cents.empty())
          visit(SpotList{p, static_cast<std::uint32_t>(i / 2), both_directions[i % 2], gathered[i].cents,
                         gathered[i].posts});
    }
  }

 private:
  // A list while it is made.
  struct Gathered {
    std::vector<std::uint64_t> cents;
    std::vector<std::uint32_t> posts;

    void clear() {
      cents.clear();
      posts.clear();
    }
  };

  ByAmount& side(Direction direction) { return sides_[direction == Direction::baten ? 0 : 1]; }

  std::uint32_t number_of(const SpotList& list, std::size_t i) const {
    const Project& project = plan_.projects[list.project];
    return static_cast<std::uint32_t>(position(amounts_.id(project, list.posts[i], list.direction, list.year)));
  }

  static std::vector<bool> declared_sides(const Plan& plan) {
    std::vector<bool> declared(2 * plan.post_count);
    for (const Project& project : plan.projects)
      for (const Leg& leg : project.legs) declared[side_number(project.first_post + leg.post, leg.direction)] = true;
    return declared;
  }

  // By year, and then by side.
  void gather(const Project& project, std::span<Gathered> gathered) const {
    for (std::uint32_t post = 0; post < project.posts.size(); ++post)
      for (std::size_t d = 0; d < std::size(both_directions); ++d) {
        const std::span<const Amount> amounts = amounts_.of(project, post, both_directions[d]);
        if (amounts.empty() || declared_[side_number(project.first_post + post, both_directions[d])]) continue;
        for (std::size_t y = 0; y < amounts.size(); ++y)
          if (const Money money = amounts[y].counted(); money > Money()) {
            gathered[2 * y + d].cents.push_back(static_cast<std::uint64_t>(money.cents()));
            gathered[2 * y + d].posts.push_back(post);
          }
      }
  }

  const Plan& plan_;
  const Amounts& amounts_;
  const std::vector<bool> declared_;  // by side of a post: part of an overdracht that somebody declared
  Lengths lengths_;
  std::array<ByAmount, 2> sides_;  // in the order of both_directions
};

// Some amounts of one side, to look sums up in. Nearly every sum is none of them, so a map of bits is asked first.
class Sought {
 public:
  explicit Sought(const ByAmount& amounts) : amounts_(amounts), added_(amounts.cells()), bits_(amounts.distinct()) {}

  void add(std::uint64_t cents, Numbers equal) {
    most_ = most_ < cents ? cents : most_;
    bits_.add(scattered(cents));
    added_[equal.front()] = true;
  }

  // Whether it is worth a look: always where it is one of them, else seldom.
  bool may_be(std::uint64_t cents) const { return bits_.may_have(scattered(cents)); }

  // Empty where it is none of them.
  Numbers find(std::uint64_t cents) const {
    const Numbers equal = amounts_.of(cents);
    return equal.empty() || !added_[equal.front()] ? Numbers() : equal;
  }

  std::uint64_t most() const { return most_; }

 private:
  const ByAmount& amounts_;
  std::uint64_t most_ = 0;
  std::vector<bool> added_;  // by the number of the first
  MapOfBits bits_;
};

}  // namespace saldo
