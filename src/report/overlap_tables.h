// Overdrachten -> Tables: who pays whom, what is declared of it, and what the budget is without counting it twice.
#pragma once

#include <vector>

#include "base/table.h"
#include "calc/overdrachten.h"
#include "calc/relaties.h"
#include "plan/model.h"

namespace saldo {

// Whether it leaves or arrives in these years: then it has a row.
bool concerns(const Overdracht& overdracht, Years years);

Table report_overdrachten(const Plan& plan, const std::vector<Overdracht>& overdrachten, Years years);

// Table 5 with amounts: every declared relation, then the money that nobody declared.
Table report_relaties(const Plan& plan, const std::vector<Relatie>& relaties, Years years);

Table report_netto(const Plan& plan, const Netto& netto, Years years);

// From (rows) to (columns): all that is sent in these years, or received where nothing was sent. It has a cell for every
// pair, of which few pay each other: a row is made when it is asked for. Points to the plan.
TableSource report_matrix(const Plan& plan, const std::vector<Overdracht>& overdrachten, Years years);

}  // namespace saldo
