#include "base/table.h"

#include <fmt/format.h>

namespace saldo {

std::string to_plain(Decimal decimal) {
  std::string digits = fmt::format("{:0{}}", decimal.units < 0 ? -decimal.units : decimal.units, decimal.decimals + 1);
  if (decimal.decimals > 0) digits.insert(digits.size() - static_cast<std::size_t>(decimal.decimals), 1, '.');
  return (decimal.units < 0 ? "-" : "") + digits;
}

}  // namespace saldo
