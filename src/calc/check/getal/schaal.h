// Numbers that are read as they stand, but look as if they were typed on another scale: a share for a percentage, an index
// figure for a rate, a thousand for a factor.
#pragma once

#include "base/finding/diagnostic.h"
#include "plan/model.h"

namespace saldo {

// Whether a rate, as a share, is so small or so large that another was likely meant.
bool is_on_other_scale(Ratio rate);

void check_scale(const Plan& plan, Findings& findings);

}  // namespace saldo
