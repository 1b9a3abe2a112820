// What changes have touched of a plan.
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <set>
#include <string>
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
  std::vector<std::size_t> openings;            // projects that begin with something else
  std::set<std::string, std::less<>> projects;  // the numbers of all that were touched otherwise, came or went
  std::map<std::string, std::size_t, std::less<>> grown;  // projects that got posts, and how many they had before
  bool structure = false;  // settings of posts and projects, and which there are: no position above holds then
  bool more = false;       // what is of the plan as a whole: its settings, indexes, programmalijnen and goals
};

}  // namespace saldo
