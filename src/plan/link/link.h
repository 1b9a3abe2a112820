// The second half of loading: looks up every name in a joined plan.
#pragma once

#include "base/finding/diagnostic.h"
#include "plan/model.h"

namespace saldo {

// Looks up names, orders the lines, works out the rates of indexes and the posts that follow from a `restant`. The plan
// is one that was joined (and changed) but not linked before; it can be computed with when there are no findings.
void finish_linking(Plan& plan, Findings& findings);

// Leaves the budget alone: as if no year were closed.
void forget_booked(Plan& plan);

}  // namespace saldo
