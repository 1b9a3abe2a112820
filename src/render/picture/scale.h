// From figures to places: whole tenths of a pixel, by exact fractions of 128 bits.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "base/ratio.h"

namespace saldo {

using Px = std::int64_t;  // tenths of a pixel of the picture

// What an axis runs over, with round numbers on it.
struct Domain {
  Wide from = 0, to = 1;
  Wide step = 1;
  bool has_zero = true;
  std::vector<Wide> ticks() const;  // within it
};

inline constexpr int from_zero = -1;     // of bars: their length is what is compared
inline constexpr int near_zero = 1;      // of points: their place is
inline constexpr int steps_to_zero = 3;  // of steps between sums, that are bars where it can be

class DomainFinder {
 public:
  void take(Wide value);
  // Steps of 1, 2 or 5 times a power of ten, at least `least`, about `most` of them. An axis has zero on it where that is no
  // further away than so many times what there is between the values; always, where it must begin there.
  Domain domain(int times_away, Wide least, int most) const;
  // The same without more at its ends than what is there.
  Domain tight(Wide least, int most) const;
  // From zero to the last of what is there, without round numbers.
  Domain exact() const;

 private:
  std::optional<Wide> low_, high_;
};

struct Scale {
  Domain domain;
  Px start = 0, end = 0;    // of domain.from and domain.to; the end may come first
  Px at(Wide value) const;  // the nearest tenth
  Px zero() const { return at(0); }
};

// Where the bar of a value ends; of what is not zero at least a pixel away from it.
Px visible_end(const Scale& scale, Wide value);

// The square root, rounded down.
Wide root_of(Wide value);

}  // namespace saldo
