// How a spreadsheet names its cells, and what it does to names that look like numbers when somebody opens a csv in it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace saldo {

struct CellName {
  std::uint32_t line = 0, column = 0;
};

// "D14" and "d14", with or without the dollars of "$D$14". Nothing: it is no cell, or beyond column XFD or that line.
std::optional<CellName> read_cell_name(std::string_view name, std::uint32_t last_line);

// The text of ="3.10", by which a csv keeps Excel from reading a number; any other text as it is, without spaces around.
std::string_view without_guard(std::string_view text);

// What a name may have been before: 3.10 for 3.1 and for 3-okt, 0735 for 735.
std::vector<std::string> before_excel(std::string_view text);

}  // namespace saldo
