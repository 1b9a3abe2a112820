// Typed amounts against what their own rule gives. A year written out wins over the rule, so nobody sees it drift away.
#pragma once

#include "base/diagnostic.h"
#include "calc/check/checks.h"

namespace saldo {

// On a post with `index`: each year is held against the year before it as it stands, so one slip is told where it is and
// where the years after it do not follow. Not against PM or nothing, and 0 ends or starts a row.
void check_index_deviations(const CheckInput& input, Findings& findings);

// A year written out beside `percentage` and `over`.
void check_percentage_deviations(const CheckInput& input, Findings& findings);

// A post with an `onderbouwing` that none of its amounts takes over and none is equal to.
void check_onderbouwing_deviations(const CheckInput& input, Findings& findings);

}  // namespace saldo
