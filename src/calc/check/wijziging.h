// What changes leave behind that is not wrong, but must not pass unseen.
#pragma once

#include "base/diagnostic.h"
#include "calc/check/checks.h"

namespace saldo {

// Amounts that a `schuif` has taken out of the years of the plan: no total has them any more.
Findings find_shifted_out(const Plan& plan);
void check_wijziging_horizon(const CheckInput& input, Findings& findings);

}  // namespace saldo
