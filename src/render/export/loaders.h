// What stands beside the csv of a lake, so that an engine reads every column as what it is.
#pragma once

#include <string>
#include <string_view>

#include "render/export/sql.h"

namespace saldo {

// Under the folder of the lake every plan has one of its own: ORGANISATIE/JAAR/PLAN/VERSIE-STAND.
inline constexpr std::string_view plan_folders = "*/*/*/*";

// load.sql of DuckDB: tables with types, the control sums, and Parquet in Hive folders.
std::string duckdb_loader(const SqlTables& all);
// load.sql of ClickHouse.
std::string clickhouse_loader(const SqlTables& all);
// load.py of PySpark.
std::string spark_loader(const SqlTables& all);

}  // namespace saldo
