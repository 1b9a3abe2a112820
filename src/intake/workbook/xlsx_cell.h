// What a cell of an .xlsx says: its value, with the strings and formats that the workbook keeps apart. Private to
// intake/workbook.
#pragma once

#include <cstdint>
#include <optional>
#include <pugixml.hpp>
#include <string>
#include <vector>

#include "intake/workbook/sheet_builder.h"

namespace saldo {

struct XlsxShared {
  std::vector<std::string> strings;
  std::vector<std::string> formats;   // of each style: "0.00"
  std::vector<std::uint8_t> indents;  // of each style
  bool since_1904 = false;
};

// `is` and `si`: plain, or in runs that each have letters of their own; without how they are said (rPh).
std::string rich_text(pugi::xml_node item);

// Of a styles part; the formats that are in no file have their codes in here.
std::vector<std::string> formats_of(pugi::xml_node styles);
std::vector<std::uint8_t> indents_of(pugi::xml_node styles);

// Without its line and column. Nothing where it says what cannot be.
std::optional<CellFound> read_xlsx_cell(pugi::xml_node cell, const XlsxShared& shared);

}  // namespace saldo
