// Where every amount of a plan stands that belongs to no overdracht somebody declared: by the amount, and by project, year
// and side. For who looks for amounts that meet.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "calc/cells.h"
#include "plan/model.h"

namespace saldo {

// A post of a project, in a year. As small as it can be: a large plan has millions.
struct Spot {
  std::uint32_t project;
  std::uint32_t post;
  std::uint32_t year;
};
using Spots = std::span<const Spot>;

// The high bits of a product hang on all bits of the amount; amounts end in the same zeros.
constexpr std::uint64_t scattered(std::uint64_t cents) { return (cents * 0x9E37'79B9'7F4A'7C15U) >> 20; }

// Numbers amounts above zero in the order in which they are first seen.
class AmountNumbers {
 public:
  static constexpr std::uint32_t none = static_cast<std::uint32_t>(-1);

  std::uint32_t number(std::uint64_t cents) {
    if (2 * all_.size() >= slots_.size()) grow();
    std::uint32_t& slot = slots_[slot_of(cents)];
    if (slot == none) {
      slot = static_cast<std::uint32_t>(all_.size());
      all_.push_back(cents);
    }
    return slot;
  }

  // `none` where it was never numbered.
  std::uint32_t find(std::uint64_t cents) const { return slots_[slot_of(cents)]; }

  std::span<const std::uint64_t> all() const { return all_; }

 private:
  // Where it is, or would be.
  std::size_t slot_of(std::uint64_t cents) const {
    std::size_t at = scattered(cents) & (slots_.size() - 1);
    while (slots_[at] != none && all_[slots_[at]] != cents) at = (at + 1) & (slots_.size() - 1);
    return at;
  }

  void grow() {
    slots_.assign(2 * slots_.size(), none);
    for (std::uint32_t number = 0; number < all_.size(); ++number) slots_[slot_of(all_[number])] = number;
  }

  std::vector<std::uint64_t> all_;
  std::vector<std::uint32_t> slots_ = std::vector<std::uint32_t>(1024, none);
};

// The amounts of one project on one side in one year, in the order of its posts.
struct SpotList {
  std::uint32_t project;
  std::uint32_t year;
  Direction direction;
  std::span<const std::uint64_t> cents;
  std::span<const std::uint32_t> posts;
};

// The spots of every amount on one side of the plan.
class ByAmount {
 public:
  // Those of one amount together, in the order of the lists.
  ByAmount(std::span<const SpotList> lists, Direction direction) {
    std::vector<std::uint32_t> counts;
    for_each(lists, direction, [&](std::uint64_t cents, const Spot&) {
      const std::uint32_t group = numbers_.number(cents);
      if (group == counts.size()) counts.push_back(0);
      ++counts[group];
    });
    from_.reserve(counts.size() + 1);
    from_.push_back(0);
    for (const std::uint32_t count : counts) from_.push_back(from_.back() + count);
    spots_.resize(from_.back());
    for_each(lists, direction, [&](std::uint64_t cents, const Spot& spot) {
      const std::uint32_t group = numbers_.find(cents);
      spots_[from_[group + 1] - counts[group]--] = spot;
    });
  }

  std::size_t size() const { return spots_.size(); }
  std::span<const std::uint64_t> amounts() const { return numbers_.all(); }  // by group
  Spots of(std::size_t group) const { return Spots(spots_).subspan(from_[group], from_[group + 1] - from_[group]); }
  std::uint32_t group(std::uint64_t cents) const {
    return numbers_.find(cents);
  }  // AmountNumbers::none: it is not there

 private:
  template <class Visit>
  static void for_each(std::span<const SpotList> lists, Direction direction, Visit visit) {
    for (const SpotList& list : lists)
      for (std::size_t i = 0; list.direction == direction && i < list.cents.size(); ++i)
        visit(list.cents[i], Spot{list.project, list.posts[i], list.year});
  }

  AmountNumbers numbers_;
  std::vector<std::uint32_t> from_;
  std::vector<Spot> spots_;
};

// The amounts that belong to no overdracht somebody declared.
class Candidates {
 public:
  Candidates(const Plan& plan, const Amounts& amounts)
      : lists_(make_lists(plan, amounts)), baten_(lists_, Direction::baten), lasten_(lists_, Direction::lasten) {}
  Candidates(const Candidates&) = delete;
  Candidates& operator=(const Candidates&) = delete;

  const ByAmount& on(Direction direction) const { return direction == Direction::baten ? baten_ : lasten_; }
  std::span<const SpotList> lists() const { return lists_; }  // by project, year and side; none is empty
  std::size_t size() const { return cents_.size(); }

 private:
  std::vector<SpotList> make_lists(const Plan& plan, const Amounts& amounts) {
    std::vector<bool> declared(2 * plan.post_count);  // by side of a post
    for (const Project& project : plan.projects)
      for (const Leg& leg : project.legs) declared[side_number(project.first_post + leg.post, leg.direction)] = true;
    cents_.reserve(amounts.size());  // and so the lists can point into them
    posts_.reserve(amounts.size());
    std::vector<SpotList> lists;
    for (std::uint32_t p = 0; p < plan.projects.size(); ++p)
      for (std::uint32_t y = 0; y < plan.years.size(); ++y)
        for (const Direction direction : both_directions) {
          const std::size_t first = cents_.size();
          add_amounts(plan.projects[p], y, direction, amounts, declared);
          if (first == cents_.size()) continue;
          lists.push_back({p, y, direction, std::span(cents_).subspan(first), std::span(posts_).subspan(first)});
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

  std::vector<std::uint64_t> cents_;  // of all lists, one after the other
  std::vector<std::uint32_t> posts_;
  std::vector<SpotList> lists_;
  ByAmount baten_, lasten_;
};

// Some amounts of one side, to look sums up in. Nearly every sum is none of them, so a map of bits, which stays in the
// cache, is asked first.
class Sought {
 public:
  explicit Sought(const ByAmount& amounts)
      : amounts_(amounts),
        added_(amounts.amounts().size()),
        bits_(std::bit_ceil(16 * amounts.amounts().size() + 64) / 64) {}

  void add(std::size_t group) {
    const std::uint64_t cents = amounts_.amounts()[group];
    most_ = most_ < cents ? cents : most_;
    bits_[word_of(cents)] |= bit_of(cents);
    added_[group] = true;
  }

  // Whether it is worth a look: always where it is one of them, else seldom.
  bool may_be(std::uint64_t cents) const { return (bits_[word_of(cents)] & bit_of(cents)) != 0; }

  // Empty where it is none of them.
  Spots find(std::uint64_t cents) const {
    const std::uint32_t group = amounts_.group(cents);
    return group == AmountNumbers::none || !added_[group] ? Spots() : amounts_.of(group);
  }

  std::uint64_t most() const { return most_; }

 private:
  std::size_t word_of(std::uint64_t cents) const { return (scattered(cents) >> 6) & (bits_.size() - 1); }
  static std::uint64_t bit_of(std::uint64_t cents) { return std::uint64_t{1} << (scattered(cents) & 63); }

  const ByAmount& amounts_;
  std::uint64_t most_ = 0;
  std::vector<bool> added_;  // by group
  std::vector<std::uint64_t> bits_;
};

}  // namespace saldo
