// The cells of a plan and what stands in them.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "base/money.h"
#include "plan/address.h"

namespace saldo {

// One side of one post in one year. The number counts through the whole plan: posts, then sides, then years.
enum class CellId : std::uint64_t {};

// What stands in every cell of the plan.
class Amounts {
 public:
  Amounts() = default;  // of a plan without cells
  explicit Amounts(const Plan& plan);

  std::size_t years() const { return years_; }

  CellId id(const Project& project, std::size_t post, Direction direction, std::size_t year) const {
    return static_cast<CellId>(side_number(project.first_post + post, direction) * years_ + year);
  }
  Amount operator[](CellId id) const {
    const std::size_t side = position(id) / years_;
    return of_side(side / 2, side % 2 == 0 ? Direction::baten : Direction::lasten, position(id) % years_);
  }
  Amount at(const Project& project, std::size_t post, Direction direction, std::size_t year) const {
    return of_side(project.first_post + post, direction, year);
  }
  // Those of a side by year; none where nothing is written or booked, as all of it is absent.
  std::span<const Amount> of(const Project& project, std::size_t post, Direction direction) const {
    const auto place = place_of(project.first_post + post, direction);
    return place ? std::span(cells_).subspan(*place, years_) : std::span<const Amount>();
  }
  // Of a side of which nothing is written or booked it can only be absent.
  void set(CellId id, Amount amount);
  std::size_t size() const { return 2 * (starts_.size() - 1) * years_; }
  bool has_overflow() const;

 private:
  // The sides before those of a post that have anything, and whether its baten have: most posts have but one, and only of
  // that amounts are kept.
  struct Start {
    std::uint32_t sides : 31 = 0;
    std::uint32_t has_baten : 1 = 0;
  };

  // Where the amounts of a side begin; none: it has nothing.
  std::optional<std::size_t> place_of(std::size_t post, Direction direction) const {
    const Start start = starts_[post];
    const std::size_t baten = start.has_baten, both = starts_[post + 1].sides - start.sides;
    if (direction == Direction::baten ? baten == 0 : both == baten) return std::nullopt;
    return (start.sides + (direction == Direction::baten ? 0 : baten)) * years_;
  }
  Amount of_side(std::size_t post, Direction direction, std::size_t year) const {
    const std::optional<std::size_t> place = place_of(post, direction);
    return place ? cells_[*place + year] : Amount();
  }

  std::size_t years_ = 0;
  std::vector<Start> starts_{Start{}};  // of every post of the plan, and one behind the last
  std::vector<Amount> cells_;
};

// The same cell by its coordinates.
AmountOf locate(const Plan& plan, CellId id);

// What was booked on this cell of a closed year; null where nothing was.
const BookedCell* find_booked(const Plan& plan, const AmountOf& cell);

// The same of a whole year: any of its cells; null where nothing was.
const BookedCell* find_booked(const Plan& plan, Year year);

// Where the user wrote what the amount of this cell follows from, or what was booked on it.
Place place_of(const Plan& plan, const AmountOf& cell);

}  // namespace saldo
