// One script for psql: the schema, the rows and the control sums, loaded whole or not at all.
#pragma once

#include <cstdint>
#include <string>

#include "render/export/sql.h"

namespace saldo {

// BEGIN, the tables as far as they are not there, and the views `geteld` and `afwijking`. A schema of another version is
// refused.
std::string postgres_head(const SqlTables& all, std::int64_t version);

// Before the rows of a plan: what the database has of it goes.
std::string postgres_forget(const SqlTables& all, TypedRow key);

// COPY of a table; its rows (add_copy) come behind it, and then copy_end.
std::string postgres_copy(const TypedTable& table);
inline constexpr std::string_view copy_end = "\\.\n";

// Whether all came over, and COMMIT.
std::string postgres_end(const SqlTables& all);

}  // namespace saldo
