#include "render/rounding.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string_view>

namespace saldo {

namespace {

// One amount twice: exact, and as a count of whole units, which borrows Money for its checked addition.
struct Figure {
  Money exact;
  Money shown;
};

class ColumnCheck {
 public:
  ColumnCheck(const Table& table, std::size_t column, const Style& style)
      : rows_(table.rows), column_(column), unit_(style.unit) {}

  bool holds() const {
    std::size_t first = 0;  // the rows the next total stands for begin here
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      const Row& row = rows_[i];
      if (!row.addend) continue;
      if (row.kind == RowKind::subtotal && !agrees(i, sum(i + 1, end_beneath(i), row.level + 1))) return false;
      if (row.kind != RowKind::total) continue;
      if (!agrees(i, sum(first, i, 0))) return false;
      first = i + 1;
    }
    return true;
  }

 private:
  Amount amount(std::size_t row) const {
    const Amount* amount = std::get_if<Amount>(&rows_[row].cells.at(column_));
    return amount == nullptr ? Amount() : *amount;
  }

  Figure figure(std::size_t row) const {
    const Money exact = amount(row).counted();
    if (exact.is_overflow()) return {exact, exact};
    return {exact, Money::of_cents(in_units(exact, unit_))};
  }

  Figure sum(std::size_t first, std::size_t last, int level) const {
    Figure sum;
    for (std::size_t i = first; i < last; ++i) {
      const Row& row = rows_[i];
      if (!row.addend || row.level != level || (row.kind != RowKind::item && row.kind != RowKind::subtotal)) continue;
      sum.exact += figure(i).exact;
      sum.shown += figure(i).shown;
    }
    return sum;
  }

  bool agrees(std::size_t row, const Figure& sum) const {
    return !amount(row).is_money() || figure(row).exact != sum.exact || figure(row).shown == sum.shown;
  }

  std::size_t end_beneath(std::size_t subtotal) const {
    std::size_t end = subtotal + 1;
    while (end < rows_.size() && rows_[end].level > rows_[subtotal].level && rows_[end].kind != RowKind::total) ++end;
    return end;
  }

  const std::vector<Row>& rows_;
  std::size_t column_;
  Money unit_;
};

// By the last word of its key a column is what the year begins with, what comes in, what goes out, or what is left.
std::string_view part_of(const Column& column) {
  const std::string_view key = column.key;
  return key.substr(key.rfind('.') + 1);  // npos + 1 is 0
}

// Baten and lasten beside a saldo that is shown: columns from `first` on, to where another year begins.
bool year_adds_up(const Table& table, const Row& row, std::size_t first, std::size_t end, Money unit) {
  std::optional<Figure> baten, lasten, saldo;
  for (std::size_t i = first; i < end; ++i) {
    const Amount* amount = std::get_if<Amount>(&row.cells[i]);
    if (table.columns[i].use == ColumnUse::machines || amount == nullptr || !amount->is_money()) continue;
    const Money exact = amount->counted();
    if (exact.is_overflow()) return true;
    const Figure figure{exact, Money::of_cents(in_units(exact, unit))};
    if (part_of(table.columns[i]) == "baten") baten = figure;
    if (part_of(table.columns[i]) == "lasten") lasten = figure;
    if (part_of(table.columns[i]) == "saldo") saldo = figure;
  }
  if (!baten || !lasten || !saldo || baten->exact - lasten->exact != saldo->exact) return true;
  return baten->shown - lasten->shown == saldo->shown;
}

bool years_add_up(const Table& table, const Row& row, Money unit) {
  const std::size_t count = std::min(table.columns.size(), row.cells.size());
  for (std::size_t first = 0, end = 0; first < count; first = end) {
    for (end = first + 1; end < count && table.columns[end].group.text() == table.columns[first].group.text();) ++end;
    if (!year_adds_up(table, row, first, end, unit)) return false;
  }
  return true;
}

bool row_runs_on(const Table& table, const Row& row, Money unit) {
  std::optional<Figure> balance;
  for (std::size_t i = 0; i < table.columns.size() && i < row.cells.size(); ++i) {
    const std::string_view part = part_of(table.columns[i]);
    const Amount* amount = std::get_if<Amount>(&row.cells[i]);
    const Money exact = amount == nullptr ? Money() : amount->counted();
    if (exact.is_overflow()) return true;
    const Figure figure{exact, Money::of_cents(in_units(exact, unit))};
    if (part == "baten" && balance) balance = Figure{balance->exact + figure.exact, balance->shown + figure.shown};
    if (part == "lasten" && balance) balance = Figure{balance->exact - figure.exact, balance->shown - figure.shown};
    if (part != "opening" && part != "eindsaldo") continue;
    if (balance && amount != nullptr && balance->exact == figure.exact && balance->shown != figure.shown) return false;
    balance = amount != nullptr && amount->is_money() ? std::optional(figure) : std::nullopt;
  }
  return true;
}

}  // namespace

bool rounded_rows_add_up(const Table& table, const Style& style) {
  if (style.cents) return true;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    const Column& column = table.columns[i];
    if (column.type != ColumnType::amount || column.use == ColumnUse::machines) continue;
    if (!ColumnCheck(table, i, style).holds()) return false;
  }
  return std::all_of(table.rows.begin(), table.rows.end(), [&](const Row& row) {
    return row_runs_on(table, row, style.unit) && years_add_up(table, row, style.unit);
  });
}

}  // namespace saldo
