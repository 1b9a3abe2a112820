// A book as an .ods file (OpenDocument 1.3), which governments in the Netherlands ask for.
#pragma once

#include <string>

#include "base/workbook/book.h"

namespace saldo {

// The bytes of the file, the same for the same book. Amounts are written to the cent and read back so; one that a
// spreadsheet cannot hold to the cent, from 10.000.000.000.000,00 on, is written as a text.
std::string write_ods(const Book& book);

}  // namespace saldo
