// A statement of reserves (staat van reserves): what goes to them and comes from them per programmalijn, the result, and below
// that each reserve with its stands. Private to intake/overzicht.
#pragma once

#include "intake/overzicht/asking.h"
#include "intake/overzicht/overzicht.h"

namespace saldo {

// True where the table is one and nothing else: each reserve comes to what is printed above them. Then every row has its
// fate, the parts and totals are there, and no tree is to be made. Else nothing has changed.
bool read_reserves(Overzicht& overzicht);

// In a table of saldo with projects and what those add to reserves: the rows below them that say so once more. Which
// reserve it is stands in no row, so these are no part of the plan, which is told. To be done before there is a tree.
void leave_out_mutaties(const Sheet& sheet, Overzicht& overzicht, Asking& asking);

}  // namespace saldo
