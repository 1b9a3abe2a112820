#include "base/say.h"

namespace saldo {

std::string word(Amount amount) {
  if (amount.is_pm()) return "PM";
  return amount.is_absent() ? "-" : to_dutch_exact(amount.counted());
}

}  // namespace saldo
