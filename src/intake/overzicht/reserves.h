// A statement of reserves (staat van reserves): what goes to them and comes from them per programmalijn, the result, and below
// that each reserve with its stands. Private to intake/overzicht.
#pragma once

#include "intake/overzicht/overzicht.h"

namespace saldo {

// True where the table is one and nothing else: each reserve comes to what is printed above them. Then every row has its
// fate, the parts and totals are there, and no tree is to be made. Else nothing has changed.
bool read_reserves(Overzicht& overzicht);

}  // namespace saldo
