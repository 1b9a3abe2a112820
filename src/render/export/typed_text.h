// Rows of typed tables as text: csv, and what PostgreSQL's COPY reads.
#pragma once

#include <string>
#include <string_view>

#include "base/typed/typed_table.h"

namespace saldo {

// `plain` has nothing where a value is NULL, "" for an empty text, and true and false: PostgreSQL, DuckDB and Spark read it
// so. `clickhouse` has \N for NULL, as a ClickHouse of any age makes 0 of a figure that is not there, and 1 and 0.
enum class TypedCsv { plain, clickhouse };

// Appended to `out`, ended by a line feed; RFC 4180 but for that.
void add_csv_head(const TypedTable& table, std::string& out);
void add_csv(TypedRow row, TypedCsv form, std::string& out);

// A row of COPY … FROM stdin in its text format: nothing in a text can end it, as \. in a csv does.
void add_copy(TypedRow row, std::string& out);

}  // namespace saldo
