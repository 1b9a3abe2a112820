// The table every command ends in: which rows and columns, with exact figures. How it looks is up to render/.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/dutch.h"
#include "base/money.h"

namespace saldo {

struct Blank {};  // a place where no figure belongs, such as the baten of a post that has only lasten

// A key that machines join on and people do without, such as the id of a programmalijn beside its name.
struct Id {
  std::string text;
};

// A figure that is no amount of money: 12.3 is {123, 1}.
struct Decimal {
  std::int64_t units = 0;
  int decimals = 0;
};
std::string to_plain(Decimal decimal);  // 12.3, for machines

using Cell = std::variant<Blank, Amount, std::string, std::int64_t, Id, Decimal>;

// The sign that figures have where people read; csv and json know only the first.
enum class Voorteken : std::uint8_t {
  voordelig,        // saldo = baten - lasten
  lasten_baten,     // saldo = lasten - baten
  lasten_negatief,  // lasten below zero: baten and lasten add up to the saldo
  baten_negatief,   // the other way round
  vn,               // a saldo has a letter behind it: V or N
};
inline constexpr std::string_view voorteken_words[] = {"voordelig", "lasten-baten", "lasten-negatief", "baten-negatief",
                                                       "vn"};

constexpr std::string_view to_text(Voorteken teken) { return voorteken_words[static_cast<std::size_t>(teken)]; }

// What a figure is, where the sign depends on it.
enum class Sense : std::uint8_t { other, baten, lasten, saldo };
Sense sense_of(std::string_view word);  // "baten", "lasten", "saldo", or another

// Whether such a figure is shown with the other sign.
constexpr bool is_turned(Voorteken teken, Sense sense) {
  switch (teken) {
    case Voorteken::voordelig:
    case Voorteken::vn: break;
    case Voorteken::lasten_baten: return sense == Sense::saldo;
    case Voorteken::lasten_negatief: return sense == Sense::lasten;
    case Voorteken::baten_negatief: return sense == Sense::baten || sense == Sense::saldo;
  }
  return false;
}

enum class ColumnType { text, amount, integer, decimal };

// `machines`: only in csv and json. `shared`: where people read, its figures stand in the column to the left, which is
// blank in the rows that fill this one (a project page prints its saldo under baten and lasten).
enum class ColumnUse { everywhere, machines, shared };

// The last word of the key of a column tells what its figures are: "2025.baten", "2025.netto_lasten".
struct Column {
  std::string key;  // the name in csv and json: part of the contract
  Label label;      // the heading for people
  ColumnType type = ColumnType::amount;
  Label group = {};  // columns of one year stay together and have this heading above them
  ColumnUse use = ColumnUse::everywhere;
};

enum class RowKind { item, subtotal, total, note };

Sense sense_of(const Column& column);

// `level` indents the row; a subtotal stands above the rows it sums, which are one level deeper.
// A total sums the rows of level 0. `addend` is false for rows that no total counts, such as a balance.
struct Row {
  RowKind kind = RowKind::item;
  int level = 0;
  std::vector<Cell> cells;  // one per column
  bool addend = true;
};

struct Table {
  std::string id;
  Label title;
  std::vector<Column> columns;
  std::vector<Row> rows;
  std::vector<Dutch> footnotes = {};  // for people, under the table
  Label when_empty = {};              // what people read instead of a table without rows, or with only a total
};

// Gets one row after another; false: no more are wanted.
using TakeRow = std::function<bool(const Row&)>;

// A table of which the rows are not kept but made, the same each time they are gone through. A budget with a row for each
// of a million posts is written so in the room of one row.
struct TableSource {
  Table head;  // all but the rows
  std::function<void(const TakeRow&)> each_row;
};

TableSource source_of(const Table& table);  // points to it
TableSource source_of(Table&& table);       // has it
std::vector<TableSource> sources_of(std::span<const Table> tables);
Table kept(const TableSource& source);  // with its rows

}  // namespace saldo
