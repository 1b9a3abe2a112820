// kans, bandbreedte and samen_met of posts, once all of the plan and its changes is there.
#pragma once

#include "base/finding/diagnostic.h"
#include "plan/model.h"

namespace saldo {

// Gives every post of a group the kans of the group; different ones in one group are findings, and so is a kans or range
// that does not fit the amounts of its post. For a plan whose amounts are as they will be.
void link_onzekerheden(Plan& plan, Findings& findings);

}  // namespace saldo
