// What a change does to the rates of an index.
#pragma once

#include "base/finding/diagnostic.h"
#include "plan/change.h"

namespace saldo {

// percentage, plus or maal, for every year or some; a blend has no rates of its own to add to.
void change_rates(const Years& years, const Wijziging& change, Index& index, Findings& findings);

}  // namespace saldo
