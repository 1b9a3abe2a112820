// Numbers and ids that mean something else already: what has one could not be asked for. Private to plan/.
#pragma once

#include "base/finding/diagnostic.h"
#include "plan/model.h"

namespace saldo {

void check_taken_names(const Plan& plan, Findings& findings);

}  // namespace saldo
