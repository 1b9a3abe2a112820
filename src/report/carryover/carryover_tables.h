// Carryover -> Tables: the running balance of the regionaal investeringsbudget, and what is still open about it.
#pragma once

#include "base/table.h"
#include "calc/carryover/carryover.h"
#include "plan/model.h"

namespace saldo {

// Of a reserve: toevoegingen and onttrekkingen by project, and what it gets and gives by itself.
Table report_fund(const Plan& plan, const Carryover& carryover, Years years);

// A row per fund: stand 1-1, toevoeging, onttrekking and stand 31-12 of each year; `together` is what they come to.
Table report_funds(const Plan& plan, const Balances& balances, const Balance& together, Years years);

Table report_open_ends(const Plan& plan, const Carryover& carryover);

}  // namespace saldo
