// The programmalijnen of a plan as people read them.
#pragma once

#include <cstddef>
#include <vector>

#include "plan/model.h"

namespace saldo {

struct PlacedLine {
  LineId id;
  int level;  // how many lines it is under
};

// Lines as the plan gives them, each followed by the lines under it.
std::vector<PlacedLine> lines_in_order(const Plan& plan);

// By line: whether every project in it, or in a line under it, is of this kind. A line without projects is of none.
std::vector<bool> lines_of_only(const Plan& plan, Soort soort);

}  // namespace saldo
