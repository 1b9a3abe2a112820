// A plan -> Table as people keep it in a spreadsheet, and `saldo import` reads it: a row per post, with its lasten and baten
// of every year, under rows that name its project and programmalijn.
#pragma once

#include "base/table.h"
#include "calc/worked.h"

namespace saldo {

// The number of a post stands behind that of its project: 3.1.2 is post 2 of 3.1.
Table report_sheet(const Worked& worked);

}  // namespace saldo
