// One line of a picture in text: bars, ranges and points along an axis of so many columns.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "render/picture/scale.h"

namespace saldo {

// Columns for what an axis runs over; where it runs below zero the first so many are for that.
class Strip {
 public:
  Strip(const Domain& domain, std::size_t columns);

  // From zero: to the right in eighths of a column, to the left in halves; never empty where the value is not zero.
  std::string bar(Wide value) const;
  // From one place to another in whole columns, one at least.
  std::string floating(Wide from, Wide to, std::string_view with) const;
  // The column of a value.
  std::size_t column_of(Wide value) const;

 private:
  Domain domain_;
  std::size_t columns_, below_ = 0;
};

// Columns that are filled one by one; spaces at the end are left out.
class Cells {
 public:
  explicit Cells(std::size_t columns) : cells_(columns, " ") {}
  void put(std::size_t column, std::string_view with) {
    if (column < cells_.size()) cells_[column] = with;
  }
  void put(std::size_t first, std::size_t last, std::string_view with) {
    for (std::size_t i = first; i <= last; ++i) put(i, with);
  }
  std::string text() const;

 private:
  std::vector<std::string> cells_;
};

}  // namespace saldo
