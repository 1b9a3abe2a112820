// Names that two things share, or nearly share: whoever adds up or looks up by name takes them for one, or for two.
#pragma once

#include "base/diagnostic.h"
#include "calc/check/checks.h"

namespace saldo {

// Two projects, two lines, or two posts of one project with the same naam.
void check_double_names(const CheckInput& input, Findings& findings);

// The same, and two indexes, whose names differ only in case, accents or spaces.
void check_similar_names(const CheckInput& input, Findings& findings);

}  // namespace saldo
