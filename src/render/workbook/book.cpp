#include "render/workbook/book.h"

#include "base/finding/written_place.h"

namespace saldo {

std::string cell_name(std::size_t row, std::size_t column) {
  return column_letters(column + 1) + std::to_string(row + 1);
}

}  // namespace saldo
