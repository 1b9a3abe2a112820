#include "calc/risk/kept/order_statistics.h"

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

  Bins(std::int64_t from, std::int64_t to)
      : least(from),
        shift(std::max(
            0, static_cast<int>(std::bit_width(static_cast<std::uint64_t>(to) - static_cast<std::uint64_t>(from))) -
                   bin_bits)) {}
  std::size_t of(std::int64_t value) const {
    return static_cast<std::size_t>((static_cast<std::uint64_t>(value) - static_cast<std::uint64_t>(least)) >> shift);
  }
};

// A bin that some rank falls in: those ranks, counted from its own first, and what stands in it.
struct Wanted {
  std::vector<std::size_t> ranks;
  std::vector<std::int64_t> values;
};

// `place` tells for each bin where it stands in what is returned, from 1.
std::vector<Wanted> wanted_bins(const std::vector<std::uint32_t>& counts, std::span<const std::size_t> ranks,
                                std::vector<std::uint8_t>& place) {
  std::vector<Wanted> wanted;
  std::size_t bin = 0, before = 0;
  for (const std::size_t rank : ranks) {
    for (; before + counts[bin] <= rank; ++bin) before += counts[bin];
    if (place[bin] == 0) {
      wanted.emplace_back();
      wanted.back().values.reserve(counts[bin]);
      place[bin] = static_cast<std::uint8_t>(wanted.size());
    }
    wanted.back().ranks.push_back(rank - before);
  }
  return wanted;
}

}  // namespace

// Counts first, then goes on with what stands in the same bin as a rank: every pass leaves out nearly all.
std::vector<std::int64_t> order_statistics(std::span<const std::int64_t> values, std::span<const std::size_t> ranks,
                                           std::int64_t least, std::int64_t most) {
  if (least == most) return std::vector<std::int64_t>(ranks.size(), least);
  if (values.size() <= few) return of_sorted(values, ranks);
  const Bins bins(least, most);
  std::vector<std::uint32_t> counts(std::size_t{1} << bin_bits);
  for (const std::int64_t value : values) ++counts[bins.of(value)];
  std::vector<std::uint8_t> place(counts.size());
  std::vector<Wanted> wanted = wanted_bins(counts, ranks, place);
  for (const std::int64_t value : values)
    if (const std::uint8_t at = place[bins.of(value)]; at != 0) wanted[at - 1u].values.push_back(value);
  std::vector<std::int64_t> found;
  for (const Wanted& part : wanted) {
    const auto [low, high] = std::minmax_element(part.values.begin(), part.values.end());
    for (const std::int64_t value : order_statistics(part.values, part.ranks, *low, *high)) found.push_back(value);
  }
  return found;
}

}  // namespace saldo
