// Places in the order of more amounts than there is room for: a sample of them tells where these lie about, and of
// all of them only what lies near is kept, while the rest is counted. What comes out is exact, or known to be missed.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "base/ratio.h"

namespace saldo {

// What is asked of all amounts: those at these places (from 0, rising, at most 255) and how many lie below the floor.
struct Asked {
  std::vector<std::size_t> places;
  std::int64_t floor = 0;
};

// Bins of equal width; all that lies before the first or beyond the last is in that one too.
struct Sieve {
  static constexpr std::size_t bins = 512;
  std::int64_t least = 0;                  // where the first bin begins, in cents
  int shift = 1;                           // a bin is 2^shift cents wide, and at least 2
  std::array<std::uint8_t, bins> keeps{};  // per bin: 1 where its amounts are kept
  std::size_t about = 0;                   // how many of all amounts that may be

  std::size_t bin_of(std::int64_t amount) const {
    const std::uint64_t beyond = static_cast<std::uint64_t>(amount) - static_cast<std::uint64_t>(least);
    return amount < least ? 0 : std::min<std::size_t>(beyond >> shift, bins - 1);
  }
};

// What went through a sieve.
struct Sifted {
  Wide sum = 0;
  std::array<std::uint32_t, Sieve::bins> counts{};  // per bin
  std::vector<std::int64_t> kept;                   // in no order

  std::size_t size() const;
  void add(Sifted&& other);
};

// Keeps, very likely, what is asked of `all` amounts of which these are some.
Sieve aim(std::span<const std::int64_t> sample, std::size_t all, const Asked& asked);

// What went through tells more than the first sample: lets go of what is not near after all.
void narrow(Sieve& sieve, Sifted& sifted, std::size_t all, const Asked& asked);

struct Answer {
  std::vector<std::int64_t> at_places;
  std::size_t below_floor = 0;
};

// Of all amounts, at least one. None where something that is asked was not kept.
std::optional<Answer> answer(const Sieve& sieve, const Sifted& sifted, const Asked& asked);

// The same bins, of which those are kept that the answer is in, now that it is known how many amounts are in each.
Sieve aim_again(const Sieve& sieve, const Sifted& sifted, const Asked& asked);

}  // namespace saldo
