// A maximum on what draws change.
#pragma once

#include <optional>

#include "calc/risk/steps.h"

namespace saldo {

// What a side has in a year when it may have at most this. `amount` is what follows before that, none where no draw changes
// it: then it is `sure_amount`. `earlier` is what the years before have, for a maximum of all years. None where no draw
// changes the outcome.
std::optional<Slot> at_most(StepList& steps, const Maximum& maximum, std::optional<Slot> amount, Money sure_amount,
                            SlotSum earlier);

}  // namespace saldo
