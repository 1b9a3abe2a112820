// How often amounts fall where, for a histogram whose bars are known only when all amounts are: counted in cells of a power
// of ten cents, of which every bar that may come is a multiple. So no amount is kept.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "base/money.h"
#include "base/ratio.h"

namespace saldo {

struct HistogramBar {
  Money from, to;  // `to` not included
  std::size_t draws = 0;
};

class Tally {
 public:
  void add(std::span<const std::int64_t> amounts);
  void add(const Tally& other);

  // Ten to twenty-six bars with round ends; fewer where the amounts lie within cents of each other, none without any.
  std::vector<HistogramBar> bars() const;

 private:
  void make_room(std::int64_t least, std::int64_t most, std::uint64_t width);
  std::size_t cell_of(Wide amount) const;

  std::int64_t least_ = 0, most_ = 0;  // of all amounts
  std::uint64_t width_ = 1;            // of a cell
  Wide first_ = 0;                     // where the first cell begins
  std::vector<std::size_t> counts_;    // per cell; none before the first amount
};

}  // namespace saldo
