// A book as an .xlsx file, by libxlsxwriter. That library is loaded when the first book is written, and not before: linked
// in, it would make every start of saldo nearly twice as long.
#pragma once

#include <string>
#include <variant>

#include "base/message.h"
#include "base/workbook/book.h"

namespace saldo {

// The bytes of the file, the same for the same book; or why there are none: the library is not installed, or there is no
// room for what it puts aside while it works. Cents are exact up to 9 billion euros and more; an amount that a
// spreadsheet cannot hold to the cent, from 10.000.000.000.000,00 on, is written as a text.
std::variant<std::string, Message> write_xlsx(const Book& book);

}  // namespace saldo
