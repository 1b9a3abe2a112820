// Table 5 against the money: which projects say they count the same money, and which do.
#pragma once

#include "base/diagnostic.h"
#include "calc/check/checks.h"

namespace saldo {

// A declared relation without any amount or PM either way: once, even when both projects declare it.
void check_dubbeling_geen_geld(const CheckInput& input, Findings& findings);

// Money between two projects, neither of which declares the other. At the first amount that is sent.
void check_dubbeling_niet_aangegeven(const CheckInput& input, Findings& findings);

// A relation with money that only one of the two declares.
void check_dubbeling_niet_wederzijds(const CheckInput& input, Findings& findings);

}  // namespace saldo
