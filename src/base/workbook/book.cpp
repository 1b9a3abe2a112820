#include "base/workbook/book.h"

#include <algorithm>

#include "base/finding/written_place.h"

namespace saldo {

std::string cell_name(std::size_t row, std::size_t column) {
  return column_letters(column + 1) + std::to_string(row + 1);
}

std::string range_name(const BookRange& range) {
  const std::string first = cell_name(range.first_row, range.first_column);
  if (range.first_row == range.last_row && range.first_column == range.last_column) return first;
  return first + ':' + cell_name(range.last_row, range.last_column);
}

std::string sheet_prefix(const std::string& sheet) {
  const auto is_plain = [](char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); };
  if (std::all_of(sheet.begin(), sheet.end(), is_plain)) return sheet + '!';
  std::string quoted = "'";
  for (const char c : sheet) quoted += c == '\'' ? std::string("''") : std::string(1, c);
  return quoted + "'!";
}

}  // namespace saldo
