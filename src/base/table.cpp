#include "base/table.h"

#include <fmt/format.h>

namespace saldo {

std::string to_plain(Decimal decimal) {
  std::string digits = fmt::format("{:0{}}", decimal.units < 0 ? -decimal.units : decimal.units, decimal.decimals + 1);
  if (decimal.decimals > 0) digits.insert(digits.size() - static_cast<std::size_t>(decimal.decimals), 1, '.');
  return (decimal.units < 0 ? "-" : "") + digits;
}

Sense sense_of(std::string_view word) {
  if (word == "baten") return Sense::baten;
  if (word == "lasten") return Sense::lasten;
  return word == "saldo" ? Sense::saldo : Sense::other;
}

Sense sense_of(const Column& column) {
  const std::string_view key = column.key;
  return sense_of(key.substr(key.find_last_of("._") + 1));  // npos + 1 is 0
}

}  // namespace saldo
