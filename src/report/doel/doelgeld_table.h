// What the money of every goal comes to, with what no goal has and the whole of the plan.
#pragma once

#include "base/table.h"
#include "calc/doel/doelgeld.h"

namespace saldo {

// A row per goal that has money, by itself or below it; what all goals have together, each post once; what none has; and
// the plan. Goals may share posts, so that their rows do not add up to those. Lasten, what of them is counted twice, and
// net, per year; for machines baten as well.
Table report_doelgeld(const Plan& plan, const Doelboom& tree, const Doelgelden& money, Years years);

// The same per programmalijn: what each goal has of its posts, and what none has.
Table report_doelgeld_by_line(const Plan& plan, const Doelboom& tree, const DoelgeldByLine& money, Years years);

// The columns and cells of the money of one year, shared with the page of a goal.
void add_money_columns(Table& table, Years years);
void add_money_cells(Row& row, const Plan& plan, const Doelgeld& money, Years years);

}  // namespace saldo
