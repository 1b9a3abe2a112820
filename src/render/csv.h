// Tables as CSV: exact amounts, the column keys as header.
#pragma once

#include <span>
#include <string>

#include "base/table.h"
#include "base/text.h"

namespace saldo {

// `rfc4180` has commas and decimal points. `excel_nl` opens right in a Dutch Excel: semicolons, decimal commas, a byte
// order mark, an apostrophe before text that Excel would run as a formula, and ="3.10" for text that it would take for a
// number or a date.
enum class CsvDialect { rfc4180, excel_nl };

// Every column of the table, lines ended by CRLF, fields quoted only where they must be. PM is PM, absent and Blank are
// empty. Several tables stand below one another, each with its header, with an empty line between.
void write_csv(std::span<const TableSource> tables, CsvDialect dialect, TextOut& out);
std::string render_csv(std::span<const Table> tables, CsvDialect dialect);

}  // namespace saldo
