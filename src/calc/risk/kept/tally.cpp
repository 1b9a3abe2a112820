#include "calc/risk/kept/tally.h"

#include <algorithm>

namespace saldo {

namespace {

constexpr Wide most_bars = 25;     // and one more, as the first begins at a round amount
constexpr Wide most_cells = 1024;  // in a bar there are more than four, and so a whole number

Wide start_of(Wide amount, Wide width) { return (amount < 0 ? (amount - width + 1) / width : amount / width) * width; }

// 1, 2 or 5 times a power of ten.
Wide bar_width(Wide width_of_all) {
  Wide width = 1;
  for (Wide ten = 1; width * most_bars <= width_of_all; ten *= 10)
    for (const int step : {1, 2, 5})
      if (width * most_bars <= width_of_all) width = ten * step;
  return width;
}

}  // namespace

std::size_t Tally::cell_of(Wide amount) const {
  return static_cast<std::size_t>((amount - first_) / static_cast<Wide>(width_));
}

// For what is counted and for these amounts, in cells of at least that width.
void Tally::make_room(std::int64_t least, std::int64_t most, std::uint64_t width) {
  Tally wider;
  wider.least_ = counts_.empty() ? least : std::min(least, least_);
  wider.most_ = counts_.empty() ? most : std::max(most, most_);
  for (wider.width_ = width; (Wide{wider.most_} - wider.least_) / static_cast<Wide>(wider.width_) >= most_cells;)
    wider.width_ *= 10;
  wider.first_ = start_of(wider.least_, static_cast<Wide>(wider.width_));
  wider.counts_.resize(wider.cell_of(wider.most_) + 1);
  for (std::size_t cell = 0; cell < counts_.size(); ++cell)
    if (counts_[cell] > 0)
      wider.counts_[wider.cell_of(first_ + static_cast<Wide>(cell) * static_cast<Wide>(width_))] += counts_[cell];
  *this = std::move(wider);
}

void Tally::add(std::span<const std::int64_t> amounts) {
  if (amounts.empty()) return;
  std::int64_t least = amounts[0], most = amounts[0];
  for (const std::int64_t amount : amounts) {
    least = amount < least ? amount : least;
    most = amount > most ? amount : most;
  }
  if (counts_.empty() || least < least_ || most > most_) make_room(least, most, width_);
  // Multiplying by 2^64 / width takes a tenth of the time of dividing; its whole part is one too few at most.
  const auto first = static_cast<std::uint64_t>(first_);
  const Wide inverse = ~std::uint64_t{0} / width_;
  for (const std::int64_t amount : amounts) {
    const std::uint64_t from_first = static_cast<std::uint64_t>(amount) - first;
    const auto cell = static_cast<std::size_t>((static_cast<Wide>(from_first) * inverse) >> 64);
    ++counts_[cell + (from_first - cell * width_ >= width_ ? 1 : 0)];
  }
}

void Tally::add(const Tally& other) {
  if (other.counts_.empty()) return;
  make_room(other.least_, other.most_, std::max(width_, other.width_));
  for (std::size_t cell = 0; cell < other.counts_.size(); ++cell)
    if (other.counts_[cell] > 0)
      counts_[cell_of(other.first_ + static_cast<Wide>(cell) * static_cast<Wide>(other.width_))] += other.counts_[cell];
}

std::vector<HistogramBar> Tally::bars() const {
  if (counts_.empty()) return {};
  const Wide width = bar_width(Wide{most_} - least_), start = start_of(least_, width);
  std::vector<HistogramBar> bars;
  for (Wide from = start; from <= most_; from += width)
    bars.push_back({Money::of_cents(static_cast<std::int64_t>(from)),
                    Money::of_cents(static_cast<std::int64_t>(from + width)), 0});
  for (std::size_t cell = 0; cell < counts_.size(); ++cell) {
    const Wide from = first_ + static_cast<Wide>(cell) * static_cast<Wide>(width_);
    if (counts_[cell] > 0) bars[static_cast<std::size_t>((from - start) / width)].draws += counts_[cell];
  }
  return bars;
}

}  // namespace saldo
