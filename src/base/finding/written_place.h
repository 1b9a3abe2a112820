// A place as people type it, behind the name of its file. In a workbook a place is a cell: the sheet is a file of its own
// (begroting.xlsx!Meerjaren), line and column are those of the cell, and `length` is whole_cell.
#pragma once

#include <cstdint>
#include <string>

#include "base/finding/place.h"

namespace saldo {

inline constexpr std::uint32_t whole_cell = UINT32_MAX;

inline bool is_cell(const Place& place) { return place.length == whole_cell; }

// "D" of column 4.
std::string column_letters(std::size_t column);

// ":12:3"; ":12" where there is no column; "!D14" of a cell; "" of a file as a whole.
std::string behind_file(const Place& place);

}  // namespace saldo
