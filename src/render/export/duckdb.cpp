#include <fmt/format.h>

#include "render/export/loaders.h"

namespace saldo {

namespace {

std::string_view duckdb_type(TypedKind kind) {
  switch (kind) {
    case TypedKind::text: return "VARCHAR";
    case TypedKind::integer: return "BIGINT";
    case TypedKind::boolean: return "BOOLEAN";
    case TypedKind::amount: return "DECIMAL(18,2)";
    case TypedKind::sum: return "DECIMAL(38,2)";
  }
  return "";
}

constexpr SqlWords duckdb_words{duckdb_type, "", true, same_name};

std::string duckdb_table(const TypedTable& table) {
  std::string columns;
  for (const TypedColumn& column : table.columns)
    columns += fmt::format("{}\n    '{}': '{}'", columns.empty() ? "" : ",", column.name, duckdb_type(column.kind));
  return fmt::format(
      "CREATE OR REPLACE TABLE {0} (\n{1}\n);\n"
      "INSERT INTO {0} SELECT * FROM read_csv('{2}/{0}.csv', auto_detect = false, header = true,\n"
      "  delim = ',', quote = '\"', escape = '\"', nullstr = '', allow_quoted_nulls = false,\n"
      "  hive_partitioning = false, columns = {{{3}}});\n",
      table.name, definition_of(table, duckdb_words), plan_folders, columns);
}

// Of amounts a folder per organisation and year; the columns stay in the files, so that 0363 stays a text.
std::string duckdb_parquet(const TypedTable& table) {
  if (table.control.side.empty())
    return fmt::format("COPY {0} TO 'parquet/{0}.parquet' (FORMAT parquet, COMPRESSION zstd);\n", table.name);
  return fmt::format(
      "COPY {0} TO 'parquet/{0}' (FORMAT parquet, COMPRESSION zstd,\n"
      "  PARTITION_BY (organisatie, {1}), WRITE_PARTITION_COLUMNS true, OVERWRITE true);\n",
      table.name, table.control.year);
}

}  // namespace

std::string duckdb_loader(const SqlTables& all) {
  std::string text =
      "-- In de map van dit bestand: duckdb saldo.duckdb < load.sql\n"
      "-- Laadt alle plannen van deze map, telt na, en schrijft dan pas Parquet.\n"
      "BEGIN TRANSACTION;\nDROP VIEW IF EXISTS afwijking;\nDROP VIEW IF EXISTS geteld;\n";
  for (const TypedTable& table : all.tables) text += duckdb_table(table);
  text += duckdb_table(all.control);
  text += fmt::format("CREATE VIEW geteld AS\n{};\n", counted_query(all, duckdb_words));
  text += fmt::format("CREATE VIEW afwijking AS\n{};\n", difference_query(all, duckdb_words, "geteld"));
  text +=
      "SELECT CASE WHEN count(*) > 0 THEN error('niet wat saldo telde: ' || string_agg(afwijking::VARCHAR, ' '))\n"
      "  ELSE 'alles is over' END AS controle FROM afwijking;\n";
  for (const TypedTable& table : all.tables) text += duckdb_parquet(table);
  return text + "COMMIT;\n";
}

}  // namespace saldo
