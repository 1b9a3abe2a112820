// Tables for other programs: what every column holds is told once, so that no reader has to guess at it. 3.10 is a text and
// not 3.1, and PM is an amount that is not there and never zero.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string_view>
#include <variant>

#include "base/money.h"

namespace saldo {

// `amount` is euros to the cent, DECIMAL(18,2); `sum` is what such amounts come to, DECIMAL(38,2).
enum class TypedKind : std::uint8_t { text, integer, boolean, amount, sum };

struct TypedColumn {
  std::string_view name;
  std::string_view description = {};  // in Dutch, as the name is
  TypedKind kind = TypedKind::text;
  bool nullable = false;
  bool key = false;  // all that have it tell the rows of a table apart
};

// What is counted of a table to see that all of it came over: its rows, what they come to and how many of them are PM, for
// every year and side by itself. Names of columns; an empty one is not there.
struct TypedControl {
  std::string_view year = {};
  std::string_view side = {};
  std::string_view sum = {};
  std::string_view pm = {};
};

struct TypedTable {
  std::string_view name;
  std::string_view description;
  std::span<const TypedColumn> columns;
  TypedControl control = {};
  std::string_view pm_amount = {};  // the column that is null where control.pm is true, and nowhere else; empty: none
};

// One per column of its table. A text stays where it is as long as the row is looked at; nothing is NULL.
using TypedValue = std::variant<std::monostate, std::string_view, std::int64_t, bool, Money>;
using TypedRow = std::span<const TypedValue>;
using RowSink = std::function<void(TypedRow)>;

// The position of a column by its name; none: npos.
constexpr std::size_t column_at(const TypedTable& table, std::string_view name) {
  for (std::size_t at = 0; at < table.columns.size(); ++at)
    if (table.columns[at].name == name) return at;
  return std::string_view::npos;
}

// 10^16 euro is where DECIMAL(18,2) ends.
inline constexpr Money first_too_large = Money::of_cents(1'000'000'000'000'000'000);
constexpr bool fits_decimal(Money money) { return !money.is_overflow() && money.size() < first_too_large; }

}  // namespace saldo
