// What changes have touched of a plan.
#pragma once

#include <cstddef>
#include <vector>

#include "plan/address.h"

namespace saldo {

// One side of a post, of which a change has written or left years.
struct TouchedSide {
  std::size_t project = 0, post = 0;  // positions in the plan
  Direction direction{};
  friend auto operator<=>(const TouchedSide&, const TouchedSide&) = default;
};

struct Touched {
  std::vector<TouchedSide> sides;
  std::vector<std::size_t> openings;  // projects that begin with something else
  bool more = false;                  // settings, indexes, which posts and projects there are: no position holds then
};

}  // namespace saldo
