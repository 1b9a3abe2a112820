// How a formula rounds as the plan does. Private to this room.
#pragma once

#include <optional>
#include <string>

#include "base/ratio.h"

namespace saldo {

// A factor as a formula has it: "73.57", or "(7/12)" where no decimals tell it.
std::string factor_text(Ratio ratio);

// An amount in a formula: "1234.5", or "250" of whole euros.
std::string euros_text(Money money);

// "ROUND(SUM(E5)*1.05,-2)" of a formula in euros; what is rounded up or down first loses what floating point adds to it.
std::string rounded_text(const std::string& formula, const Rounding& rounding);

// Whether a spreadsheet, which has some fifteen digits, rounds these cents as saldo does.
bool rounds_alike(Ratio cents, const Rounding& rounding);

}  // namespace saldo
