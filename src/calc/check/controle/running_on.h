// A printed balance that is wrong, and wrong by the same in the years after it: told once.
#pragma once

#include <vector>

#include "calc/check/controle/explain_controle.h"

namespace saldo {

// What a balance is off is in the balances of all years after it. The finding of the first year says until when, and those
// of the later years go, as long as they say nothing else: they are off by the same, and are explained in the same words.
// `failures` are of one bron each, of the same project, line or plan. What follows from the findings of its parts stays as
// it is, and is told with what those have become.
void tell_running_on(const Plan& plan, const std::vector<std::vector<Failure>>& failures, Findings& findings);

}  // namespace saldo
