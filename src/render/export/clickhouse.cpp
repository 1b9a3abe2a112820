#include <fmt/format.h>

#include "render/export/loaders.h"

namespace saldo {

namespace {

std::string_view clickhouse_type(TypedKind kind) {
  switch (kind) {
    case TypedKind::text: return "String";
    case TypedKind::integer: return "Int64";
    case TypedKind::boolean: return "UInt8";
    case TypedKind::amount: return "Decimal(18,2)";
    case TypedKind::sum: return "Decimal(38,2)";
  }
  return "";
}

constexpr SqlWords clickhouse_words{clickhouse_type, "", false, same_name};

std::string clickhouse_structure(const TypedTable& table) {
  std::string columns;
  for (const TypedColumn& column : table.columns) {
    const std::string_view type = clickhouse_type(column.kind);
    columns += fmt::format("{}\n  {} {}", columns.empty() ? "" : ",", column.name,
                           column.nullable ? fmt::format("Nullable({})", type) : std::string(type));
  }
  return columns;
}

std::string clickhouse_keys(const TypedTable& table) {
  std::string keys;
  for (const TypedColumn& column : table.columns)
    if (column.key) keys += (keys.empty() ? "" : ", ") + std::string(column.name);
  return keys;
}

std::string clickhouse_table(const TypedTable& table) {
  const std::string structure = clickhouse_structure(table);
  return fmt::format(
      "DROP TABLE IF EXISTS {0};\n"
      "CREATE TABLE {0} ({1}\n) ENGINE = MergeTree ORDER BY ({2});\n"
      "INSERT INTO {0} SELECT * FROM file('{3}/{0}.csv', 'CSVWithNames', '{1}');\n",
      table.name, structure, clickhouse_keys(table), plan_folders);
}

// What saldo counted and what is here, in turn below zero and above: each group of all three comes to nothing.
std::string clickhouse_check(const SqlTables& all) {
  const std::string key = names_of(all.key);
  return fmt::format(
      "SELECT throwIf(count() > 0, 'niet wat saldo telde') AS controle FROM (\n"
      "  SELECT {0}, tabel, jaar, kant, sum(r) AS r0, sum(s) AS s0, sum(p) AS p0 FROM (\n"
      "    SELECT {0}, tabel, jaar, kant, rijen AS r, som AS s, pm AS p FROM controlesom\n"
      "    UNION ALL\n"
      "    SELECT {0}, tabel, toInt64(jaar), kant, -toInt64(rijen), -som, -toInt64(pm) FROM geteld\n"
      "  ) GROUP BY {0}, tabel, jaar, kant HAVING r0 != 0 OR s0 != 0 OR p0 != 0);\n",
      key);
}

}  // namespace

std::string clickhouse_loader(const SqlTables& all) {
  std::string text =
      "-- In de map van dit bestand: clickhouse local --path saldo.clickhouse --multiquery < load.sql\n"
      "-- Op een server: zet de map in user_files en gebruik clickhouse client --multiquery.\n"
      "SET input_format_csv_empty_as_default = 0;\n"
      "DROP VIEW IF EXISTS geteld;\n";
  for (const TypedTable& table : all.tables) text += clickhouse_table(table);
  text += clickhouse_table(all.control);
  text += fmt::format("CREATE VIEW geteld AS\n{};\n", counted_query(all, clickhouse_words));
  return text + clickhouse_check(all);
}

}  // namespace saldo
