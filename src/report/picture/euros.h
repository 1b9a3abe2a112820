// Amounts in the sentence that says what a picture shows.
#pragma once

#include <string>

#include "base/money.h"
#include "base/page/minus.h"

namespace saldo {

// In whole euros, with a real minus: 1.234.567, −567. To the cent it stands in the table beside the picture.
inline std::string in_euros(Money money) {
  const std::string digits = to_dutch(money.size(), false);
  return money < Money() && digits != "0" ? std::string(minus_sign) + digits : digits;
}

// PM and absent stay what they are.
inline std::string in_euros(Amount amount) {
  return amount.is_money() ? in_euros(amount.counted()) : amount.is_pm() ? "PM" : "-";
}

// The same of what comes in between: +1.234.
inline std::string step_in_euros(Money money) {
  const std::string euros = in_euros(money);
  return Money() < money && euros != "0" ? "+" + euros : euros;
}

}  // namespace saldo
