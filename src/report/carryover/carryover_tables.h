// Carryover -> Tables: the running balance of the regionaal investeringsbudget, and what is still open about it.
#pragma once

#include "base/table.h"
#include "calc/carryover/carryover.h"
#include "plan/model.h"

namespace saldo {

Table report_investeringsbudget(const Plan& plan, const Carryover& carryover, Years years);

Table report_open_ends(const Plan& plan, const Carryover& carryover);

}  // namespace saldo
