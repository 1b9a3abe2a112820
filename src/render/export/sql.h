// Parts of a script that every SQL engine writes alike.
#pragma once

#include <span>
#include <string>

#include "base/typed/typed_table.h"

namespace saldo {

// The tables that are exported, with the columns that tell plans apart and the table of their control sums.
struct SqlTables {
  std::span<const TypedTable> tables;
  std::span<const TypedColumn> key;
  const TypedTable& control;
};

// How an engine writes what it has of its own.
struct SqlWords {
  std::string_view (*type_of)(TypedKind kind);
  std::string_view schema = {};  // in front of a name: "saldo."
  bool checks = true;            // whether it knows CHECK
  // Where amounts are cents, what a column of amounts is called: "centen", "opening_centen".
  std::string (*name_of)(const TypedTable& table, const TypedColumn& column);
};

// The name as it is. For all but SQLite.
std::string same_name(const TypedTable& table, const TypedColumn& column);

// "organisatie, plan, versie, stand, variant".
std::string names_of(std::span<const TypedColumn> columns);

// The columns with their types, the primary key and what must be true of PM: what stands between the parentheses.
std::string definition_of(const TypedTable& table, const SqlWords& words);

// A query of what stands in the tables, in the columns of the control table.
std::string counted_query(const SqlTables& all, const SqlWords& words);

// A query of what is otherwise there than saldo has counted, one row for each of both; without rows when all is well.
// `counted` names what counted_query gives.
std::string difference_query(const SqlTables& all, const SqlWords& words, std::string_view counted);

}  // namespace saldo
