#include "base/year.h"

#include <algorithm>

namespace saldo {

std::optional<Year> read_year(std::string_view text) {
  if (text.size() != 4 || !std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; }))
    return std::nullopt;
  std::int16_t year = 0;
  for (const char digit : text) year = static_cast<std::int16_t>(10 * year + (digit - '0'));
  if (year < 1000) return std::nullopt;
  return Year{year};
}

}  // namespace saldo
