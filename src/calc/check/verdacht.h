// Amounts that look wrong: not against a rule, but against each other.
#pragma once

#include "base/diagnostic.h"
#include "calc/check/checks.h"

namespace saldo {

// What find_suspects finds and chance does not explain, one finding for each at the first amount that is sent.
void check_suspect_transfers(const CheckInput& input, Findings& findings);

// Three ways in which a typed amount stands out:
// - ten, a hundred or a thousand times the years beside it, or that part of them, give or take a tenth; where there is
//   one such year, give or take a twentieth; of two years alone, to the digit;
// - below zero, told once for a side;
// - beside a post of the same project that is equal in every other year, and here less than a per cent apart.
void check_suspect_amounts(const CheckInput& input, Findings& findings);

}  // namespace saldo
