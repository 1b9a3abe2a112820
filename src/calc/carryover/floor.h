// Whether the investeringsbudget stays above what its owners want to keep in it.
#pragma once

#include "base/finding/diagnostic.h"
#include "calc/carryover/carryover.h"
#include "plan/model.h"

namespace saldo {

// One finding for every year whose stand per 31 december is below `floor`.
Findings check_floor(const Plan& plan, const Carryover& carryover, Money floor);

}  // namespace saldo
