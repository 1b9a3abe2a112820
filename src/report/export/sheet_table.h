// A plan -> Table as people keep it in a spreadsheet, and `saldo import` reads it: a row per post, with its lasten and baten
// of every year, under rows that name its project and programmalijn. Its first column says what a row is.
#pragma once

#include "base/table.h"
#include "calc/worked.h"

namespace saldo {

Table report_sheet(const Worked& worked);

}  // namespace saldo
