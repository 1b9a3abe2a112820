// What each project is, project, exploitatie or reserve, and what makes no sense for it. Private to plan/.
#pragma once

#include "base/finding/diagnostic.h"
#include "plan/model.h"

namespace saldo {

// Its own `soort`, else that of the nearest programmalijn above it that has one, else that of the plan. Lines are in order.
void find_soorten(Plan& plan);

// Keys that have no meaning for what a project is. Every name is found.
void check_soorten(const Plan& plan, Findings& findings);

}  // namespace saldo
