// What was understood of a published table, as tables: for people in the order in which they judge it, for programs with
// every row of the source.
#pragma once

#include <vector>

#include "base/table.h"
#include "cli/import/import.h"

namespace saldo {

// Of a file that could be read. `all_rows`: with the fate of each.
std::vector<Table> report_import(const Imported& imported, bool all_rows);

}  // namespace saldo
