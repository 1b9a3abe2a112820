// The goals of a plan: looks up what they name, and orders them from the top down.
#pragma once

#include "base/finding/diagnostic.h"
#include "plan/model.h"

namespace saldo {

// A project or post that a change has taken out is no mistake of the goal that names it: its money is gone, and the goal
// keeps where that was decided.
void link_doelen(Plan& plan, Findings& findings);

}  // namespace saldo
