// A picture of cells in an .xlsx. Private to this room.
#pragma once

#include "base/workbook/book.h"
#include "render/workbook/xlsx_library.h"

namespace saldo {

// Not yet put on a sheet.
lxw_chart* add_chart(const XlsxLibrary& library, lxw_workbook* workbook, const BookChart& chart);

}  // namespace saldo
