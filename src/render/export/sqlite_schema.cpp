#include "render/export/sqlite_schema.h"

#include <fmt/format.h>

#include <algorithm>

namespace saldo {

namespace {

std::string_view sqlite_type(TypedKind kind) { return kind == TypedKind::text ? "TEXT" : "INTEGER"; }

bool is_money(const TypedColumn& column) { return column.kind == TypedKind::amount || column.kind == TypedKind::sum; }

// bedrag.bedrag are its centen; stand.opening is opening_centen.
std::string name_in_cents(const TypedTable& table, const TypedColumn& column) {
  if (!is_money(column)) return std::string(column.name);
  return column.name == table.name ? "centen" : fmt::format("{}_centen", column.name);
}

constexpr SqlWords sqlite_words{sqlite_type, "", true, name_in_cents};

std::string euro_view(const TypedTable& table) {
  if (std::none_of(table.columns.begin(), table.columns.end(), is_money)) return "";
  std::string columns;
  for (const TypedColumn& column : table.columns) {
    if (!columns.empty()) columns += ", ";
    const std::string name = name_in_cents(table, column);
    columns += is_money(column) ? fmt::format("{} / 100.0 AS {}", name, column.name) : name;
  }
  return fmt::format("CREATE VIEW {0}_euro AS SELECT {1} FROM {0};\n", table.name, columns);
}

std::string sqlite_table(const TypedTable& table) {
  return fmt::format("CREATE TABLE {} (\n{}\n) STRICT;\n", table.name, definition_of(table, sqlite_words)) +
         euro_view(table);
}

}  // namespace

std::string sqlite_schema(const SqlTables& all) {
  std::string text;
  for (const TypedTable& table : all.tables) text += sqlite_table(table);
  text += sqlite_table(all.control);
  text += fmt::format("CREATE VIEW geteld AS\n{};\n", counted_query(all, sqlite_words));
  return text + fmt::format("CREATE VIEW afwijking AS\n{};\n", difference_query(all, sqlite_words, "geteld"));
}

std::string sqlite_insert(const TypedTable& table) {
  std::string marks = "?";
  for (std::size_t i = 1; i < table.columns.size(); ++i) marks += ", ?";
  return fmt::format("INSERT INTO {} VALUES ({})", table.name, marks);
}

}  // namespace saldo
