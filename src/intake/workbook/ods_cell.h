// What a cell of an .ods says. Private to intake/workbook.
#pragma once

#include <optional>
#include <pugixml.hpp>

#include "intake/workbook/sheet_builder.h"

namespace saldo {

// Without its line and column. Nothing where it says what cannot be.
std::optional<CellFound> read_ods_cell(pugi::xml_node cell);

}  // namespace saldo
