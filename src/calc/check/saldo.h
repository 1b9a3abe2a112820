// Balances that should not be there: below their floor, left behind by a project that ended, or moved after its end.
// What rounds to zero euro is no finding anywhere here.
#pragma once

#include "base/diagnostic.h"
#include "calc/check/checks.h"

namespace saldo {

// A project (so also the investeringsbudget) or a programmalijn whose balance is below its `ondergrens`, zero unless
// stated, at any 31 december: one finding, with the first year and the lowest.
void check_saldo_ondergrens(const CheckInput& input, Findings& findings);

// A project that ends in the plan with a balance, either way, and no `restant` that says what happens with it.
void check_saldo_na_einde(const CheckInput& input, Findings& findings);

// Each amount of a post after the `einde` of its project. An overdracht is left to overdracht-einde.
void check_saldo_beweging_na_einde(const CheckInput& input, Findings& findings);

}  // namespace saldo
