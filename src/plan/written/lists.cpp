// The lists of plans and changes, for every file that holds one. Here they are not optimised where saldo is watched, which
// would take longer than all else in plan/.
#include "plan/change.h"
#include "plan/model.h"

#define SALDO_HERE(type) SALDO_COMPILED(, type)
SALDO_LISTS_OF_A_PLAN(SALDO_HERE)
#undef SALDO_HERE

SALDO_COMPILED(, PostDraft)
SALDO_COMPILED(, Wijziging)
SALDO_COMPILED(, Begrotingswijziging)
SALDO_COMPILED(, Scenario)
