// Which changes of a side of a post leave all of its plan as it is but amounts.
#pragma once

#include "calc/wijziging/touched.h"
#include "plan/model.h"

namespace saldo {

// `plan` is linked and worked out; `written` is what a change makes of that side. True when linking the plan again with it
// would find nothing and add nothing else, and when the only amounts that need others than before are those that need none
// any more. False is always right: then the plan is worked out as a whole.
bool is_small_change(const Plan& plan, const TouchedSide& at, const Side& written);

}  // namespace saldo
