#include "render/export/sql.h"

#include <fmt/format.h>

namespace saldo {

namespace {

bool is_cents(const SqlWords& words) { return words.name_of != same_name; }

const TypedColumn* find_column(const TypedTable& table, std::string_view name) {
  const std::size_t at = column_at(table, name);
  return at == std::string_view::npos ? nullptr : &table.columns[at];
}

// PM is there exactly where the amount is not.
std::string check_of(const TypedTable& table, const SqlWords& words) {
  const TypedColumn* amount = find_column(table, table.pm_amount);
  if (amount == nullptr || !words.checks) return "";
  return fmt::format(",\n  CHECK ({} = ({} IS NULL))", table.control.pm, words.name_of(table, *amount));
}

std::string counted_of(const TypedTable& table, const SqlTables& all, const SqlWords& words) {
  const TypedControl& control = table.control;
  const std::string key = names_of(all.key);
  std::string group = key;
  for (const std::string_view name : {control.year, control.side})
    if (!name.empty()) group += fmt::format(", {}", name);
  const TypedColumn* sum = find_column(table, control.sum);
  const std::string_view cents_or_euros = is_cents(words) ? "0" : "CAST(0 AS DECIMAL(38,2))";
  const std::string som =
      sum == nullptr ? std::string(cents_or_euros) : fmt::format("COALESCE(sum({}), 0)", words.name_of(table, *sum));
  const std::string pm = control.pm.empty() ? "0"
                                            : fmt::format("sum(CASE WHEN {}{} THEN 1 ELSE 0 END)", control.pm,
                                                          is_cents(words) ? " = 1" : "");
  return fmt::format(
      "SELECT {}, '{}' AS tabel, {} AS jaar, {} AS kant, count(*) AS rijen, {} AS {}, {} AS pm\n"
      "  FROM {}{} GROUP BY {}",
      key, table.name, control.year.empty() ? "0" : control.year, control.side.empty() ? "''" : control.side, som,
      is_cents(words) ? "som_centen" : "som", pm, words.schema, table.name, group);
}

}  // namespace

std::string same_name(const TypedTable&, const TypedColumn& column) { return std::string(column.name); }

std::string names_of(std::span<const TypedColumn> columns) {
  std::string names;
  for (const TypedColumn& column : columns) {
    if (!names.empty()) names += ", ";
    names += column.name;
  }
  return names;
}

std::string definition_of(const TypedTable& table, const SqlWords& words) {
  std::string text, keys;
  for (const TypedColumn& column : table.columns) {
    text += fmt::format("  {} {}{}", words.name_of(table, column), words.type_of(column.kind),
                        column.nullable ? "" : " NOT NULL");
    if (is_cents(words) && column.kind == TypedKind::boolean) text += fmt::format(" CHECK ({} IN (0, 1))", column.name);
    text += ",\n";
    if (column.key) keys += (keys.empty() ? "" : ", ") + std::string(column.name);
  }
  return text + fmt::format("  PRIMARY KEY ({})", keys) + check_of(table, words);
}

std::string counted_query(const SqlTables& all, const SqlWords& words) {
  std::string text;
  for (const TypedTable& table : all.tables) {
    if (!text.empty()) text += "\nUNION ALL\n";
    text += counted_of(table, all, words);
  }
  return text;
}

std::string difference_query(const SqlTables& all, const SqlWords& words, std::string_view counted) {
  std::string columns;
  for (const TypedColumn& column : all.control.columns) {
    if (!columns.empty()) columns += ", ";
    columns += words.name_of(all.control, column);
  }
  const std::string here = fmt::format("{}{}", words.schema, counted);
  const std::string saldo = fmt::format("{}{}", words.schema, all.control.name);
  return fmt::format(
      "SELECT 'saldo' AS wie, verschil.* FROM (SELECT {0} FROM {1} EXCEPT SELECT {0} FROM {2}) AS verschil\n"
      "UNION ALL\n"
      "SELECT 'hier' AS wie, verschil.* FROM (SELECT {0} FROM {2} EXCEPT SELECT {0} FROM {1}) AS verschil",
      columns, saldo, here);
}

}  // namespace saldo
