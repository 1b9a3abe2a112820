#include "calc/order_statistics.h"

#include <algorithm>
#include <bit>

namespace saldo {

namespace {

constexpr std::size_t few = 1024;
constexpr int bin_bits = 12;

std::vector<std::int64_t> of_sorted(std::span<const std::int64_t> values, std::span<const std::size_t> ranks) {
  std::vector<std::int64_t> sorted(values.begin(), values.end());
  std::sort(sorted.begin(), sorted.end());
  std::vector<std::int64_t> found;
  for (const std::size_t rank : ranks) found.push_back(sorted[rank]);
  return found;
}

// Bins of equal width over all values.
struct Bins {
  std::int64_t least;
  int shift;
  std::size_t of(std::int64_t value) const {
    return static_cast<std::size_t>((static_cast<std::uint64_t>(value) - static_cast<std::uint64_t>(least)) >> shift);
  }
};

}  // namespace

// Counts first, then goes on with what stands in the same bin as a rank: every pass leaves out nearly all.
std::vector<std::int64_t> order_statistics(std::span<const std::int64_t> values, std::span<const std::size_t> ranks) {
  if (values.size() <= few) return of_sorted(values, ranks);
  std::int64_t least = values.front(), most = values.front();
  for (const std::int64_t value : values) {
    least = std::min(least, value);
    most = std::max(most, value);
  }
  if (least == most) return std::vector<std::int64_t>(ranks.size(), least);
  const std::uint64_t width = static_cast<std::uint64_t>(most) - static_cast<std::uint64_t>(least);
  const Bins bins{least, std::max(0, static_cast<int>(std::bit_width(width)) - bin_bits)};
  std::vector<std::size_t> counts(std::size_t{1} << bin_bits);
  for (const std::int64_t value : values) ++counts[bins.of(value)];

  struct Wanted {
    std::size_t before = 0;  // how many values lie in lower bins
    std::vector<std::size_t> ranks;
    std::vector<std::int64_t> values;
  };
  std::vector<Wanted> wanted;
  std::vector<std::uint8_t> place(counts.size());  // in `wanted`, from 1
  std::size_t bin = 0, before = 0;
  for (const std::size_t rank : ranks) {
    for (; before + counts[bin] <= rank; ++bin) before += counts[bin];
    if (place[bin] == 0) {
      wanted.push_back({before, {}, {}});
      wanted.back().values.reserve(counts[bin]);
      place[bin] = static_cast<std::uint8_t>(wanted.size());
    }
    wanted.back().ranks.push_back(rank - before);
  }
  for (const std::int64_t value : values)
    if (const std::uint8_t at = place[bins.of(value)]; at != 0) wanted[at - 1u].values.push_back(value);
  std::vector<std::int64_t> found;
  for (const Wanted& part : wanted)
    for (const std::int64_t value : order_statistics(part.values, part.ranks)) found.push_back(value);
  return found;
}

}  // namespace saldo
