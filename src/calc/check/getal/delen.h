// Totals of which a part is in no year.
#pragma once

#include <cstddef>

#include "base/finding/diagnostic.h"
#include "plan/model.h"

namespace saldo {

// A note where the parts of the total of this side are less than the whole, with the amount that is in no year.
void check_parts(const Plan& plan, const Project& project, std::size_t at, Direction direction, Findings& findings);

}  // namespace saldo
