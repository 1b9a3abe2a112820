// The cells of a plan and what stands in them.
#pragma once

#include <cstdint>
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
  explicit Amounts(const Plan& plan) : years_(plan.years.size()), cells_(2 * plan.post_count * years_) {}

  std::size_t years() const { return years_; }

  CellId id(const Project& project, std::size_t post, Direction direction, std::size_t year) const {
    return static_cast<CellId>(side_number(project.first_post + post, direction) * years_ + year);
  }
  Amount operator[](CellId id) const { return cells_[position(id)]; }
  Amount& operator[](CellId id) { return cells_[position(id)]; }
  Amount at(const Project& project, std::size_t post, Direction direction, std::size_t year) const {
    return (*this)[id(project, post, direction, year)];
  }
  std::size_t size() const { return cells_.size(); }

 private:
  std::size_t years_ = 0;
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
