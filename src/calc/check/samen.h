// Whether posts that are to be drawn together have each other.
#pragma once

#include "base/diagnostic.h"
#include "calc/check/checks.h"

namespace saldo {

// A `samen_met` that no other post has: a typing error, or one that is not needed.
void check_samen_alleen(const CheckInput& input, Findings& findings);

}  // namespace saldo
