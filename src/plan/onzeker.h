// Posts that are drawn together: one kans for all with the same samen_met.
#pragma once

#include "base/diagnostic.h"
#include "plan/model.h"

namespace saldo {

// Gives every post of a group the kans of the group; different ones in one group are findings.
void link_onzekerheden(Plan& plan, Findings& findings);

}  // namespace saldo
