#include "base/year.h"

#include "base/text.h"

namespace saldo {

std::optional<Year> read_year(std::string_view text) {
  if (text.size() != 4 || text.front() == '0') return std::nullopt;
  std::int16_t year = 0;
  for (const char digit : text) {
    if (!is_digit(digit)) return std::nullopt;
    year = static_cast<std::int16_t>(10 * year + (digit - '0'));
  }
  return Year{year};
}

std::string to_text(std::span<const Year> years) {
  std::string text;
  for (std::size_t from = 0, next = 0; from < years.size(); from = next) {
    next = from + 1;
    while (next < years.size() && years[next] == years[next - 1] + 1) ++next;
    if (!text.empty()) text += ", ";
    text += std::to_string(years[from].value);
    if (next - from > 1) text += "-" + std::to_string(years[next - 1].value);
  }
  return text;
}

}  // namespace saldo
