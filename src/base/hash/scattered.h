// A number of which every bit of another one has a part, for maps of bits and buckets: quick, and good enough for those.
#pragma once

#include <cstdint>

namespace saldo {

// 44 bits, none of which hangs on only the end of the number: amounts end in the same zeros, so the high bits of a product
// are taken, which hang on all of it.
constexpr std::uint64_t scattered(std::uint64_t number) { return (number * 0x9E37'79B9'7F4A'7C15U) >> 20; }

}  // namespace saldo
