// What a change does to the rates of an index.
#pragma once

#include "base/finding/diagnostic.h"
#include "plan/change.h"

namespace saldo {

// percentage, plus or maal, for every year or some; a blend has no rates of its own to add to. One for every year leaves
// the years until `closed` as they are, and tells whether there were any: an index does nothing in the first year.
bool change_rates(const Years& years, std::optional<Year> closed, const Wijziging& change, Index& index,
                  Findings& findings);

}  // namespace saldo
