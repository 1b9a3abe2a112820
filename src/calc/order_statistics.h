// The k-th smallest of many numbers.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace saldo {

// For each rank (from 0, rising, each < values.size()) the number that would stand there if `values` were sorted.
std::vector<std::int64_t> order_statistics(std::span<const std::int64_t> values, std::span<const std::size_t> ranks);

}  // namespace saldo
