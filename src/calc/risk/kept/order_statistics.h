// The k-th smallest of many numbers.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace saldo {

// For each rank (from 0, rising, each < values.size(), at most 255 of them) the number that would stand there if `values`
// were sorted. `least` and `most` are the smallest and largest of them.
std::vector<std::int64_t> order_statistics(std::span<const std::int64_t> values, std::span<const std::size_t> ranks,
                                           std::int64_t least, std::int64_t most);

}  // namespace saldo
