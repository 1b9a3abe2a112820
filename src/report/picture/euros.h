// Amounts in the sentence that says what a picture shows.
#pragma once

#include <string>

#include "base/money.h"

namespace saldo {

// In whole euros, with a real minus: 1.234.567, −567. To the cent it stands in the table beside the picture.
inline std::string in_euros(Money money) {
  const std::string digits = to_dutch(money.size(), false);
  return money < Money() && digits != "0" ? "\u2212" + digits : digits;
}

// The same of what comes in between: +1.234.
inline std::string step_in_euros(Money money) {
  const std::string euros = in_euros(money);
  return Money() < money && euros != "0" ? "+" + euros : euros;
}

}  // namespace saldo
