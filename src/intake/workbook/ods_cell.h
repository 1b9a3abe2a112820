// What a cell of an .ods says. Private to intake/workbook.
#pragma once

#include <cstdint>
#include <optional>
#include <pugixml.hpp>

#include "intake/workbook/sheet_builder.h"

namespace saldo {

// Without its line and column. Nothing where it says what cannot be.
std::optional<CellFound> read_ods_cell(pugi::xml_node cell);

// Of a style of cells, in millimetres; 0 where it says none.
std::uint8_t indent_of(pugi::xml_node style);

}  // namespace saldo
