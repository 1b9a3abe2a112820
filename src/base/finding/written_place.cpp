#include "base/finding/written_place.h"

#include <fmt/format.h>

namespace saldo {

std::string column_letters(std::size_t column) {
  std::string letters;
  for (; column > 0; column = (column - 1) / 26)
    letters.insert(letters.begin(), static_cast<char>('A' + (column - 1) % 26));
  return letters;
}

std::string behind_file(const Place& place) {
  if (place.line == 0) return "";
  if (is_cell(place)) return fmt::format("!{}{}", column_letters(place.column), place.line);
  return place.column == 0 ? fmt::format(":{}", place.line) : fmt::format(":{}:{}", place.line, place.column);
}

}  // namespace saldo
