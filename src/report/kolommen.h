// Which columns of a year a table shows, and in what order.
#pragma once

#include <vector>

#include "base/table.h"
#include "plan/weergave.h"

namespace saldo {

// None: those that the table has by itself.
using ColumnChoice = std::vector<Kolom>;

// Whether a column was named.
bool names(const ColumnChoice& kolommen, Kolom kolom);

// Of the columns with a year above them (key "2025.lasten") and the opening: those that are named, in that order within
// each year. Without any named the table stays as it is. A named one is shown, whatever its use was, but for what shares the
// place of another.
void choose_columns(Table& table, const ColumnChoice& kolommen);

}  // namespace saldo
