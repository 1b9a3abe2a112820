// What the regels of a [[koppeling]] name. Private to plan/.
#pragma once

#include "base/finding/diagnostic.h"
#include "plan/model.h"

namespace saldo {

// After all posts are there, also those that were booked without a budget.
void link_koppelingen(Plan& plan, Findings& findings);

}  // namespace saldo
