// Tables for a terminal: columns that line up, groups of years side by side, nothing but spaces and light rules.
#pragma once

#include <span>
#include <string>

#include "base/table.h"
#include "base/text.h"
#include "render/style.h"

namespace saldo {

// One table after another with an empty line between. Layout follows style.width as layout.h says; colour adds ANSI
// codes and changes no position. No line ends in a space.
void write_text(std::span<const TableSource> tables, const Style& style, TextOut& out);
std::string render_text(std::span<const Table> tables, const Style& style);

}  // namespace saldo
