// A row of a table by its name, to find it in another table of the same plan.
#pragma once

#include <string>
#include <vector>

#include "base/table.h"

namespace saldo {

// The text of an id or a text; else "".
std::string text_of(const Cell& cell);

// A row is known by its number and those of the rows it stands under: posts of two projects may have one number.
std::vector<std::string> row_names(const Table& table);

}  // namespace saldo
