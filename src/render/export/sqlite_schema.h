// The tables of an SQLite file: amounts as whole cents, which a sum keeps exact, and views of them in euros.
#pragma once

#include <string>

#include "render/export/sql.h"

namespace saldo {

// STRICT tables, `TABEL_euro` for each with amounts, and the views `geteld` and `afwijking`.
std::string sqlite_schema(const SqlTables& all);

// INSERT with a ? for each column.
std::string sqlite_insert(const TypedTable& table);

}  // namespace saldo
