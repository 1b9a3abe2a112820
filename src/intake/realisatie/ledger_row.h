// What one row of an export says, in the words of its [[koppeling]]: its key, its year and its money. Private to intake/.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "intake/columns.h"
#include "intake/realisatie/gathering.h"
#include "intake/written_amount.h"

namespace saldo {

// Money as a row has it. Debit is what lasten are when they are positive.
struct RowMoney {
  Money debit;                              // what it comes to: debit less credit, lasten less baten
  BothSides<std::optional<Money>> columns;  // with teken baten-lasten, as they stand there
  std::optional<Money> verplichting;        // in the sign of the amounts

  // What it comes to for a side of a post.
  Money on(Direction direction) const { return direction == Direction::lasten ? debit : -debit; }
};

class LedgerRows {
 public:
  LedgerRows(const Koppeling& koppeling, const Sheet& sheet, FoundColumns columns, Gathering& gathering);

  std::size_t first() const { return columns_.heading_row + 1; }
  std::size_t end() const { return sheet_.rows(); }

  // Of a row with the cells of its headings; else it was told.
  bool is_whole(std::size_t row, Findings& findings) const { return has_its_cells(sheet_, columns_, row, findings); }
  std::string key(std::size_t row) const;  // "7350/4310"
  std::string naam(std::size_t row) const;
  std::string all_of(std::size_t row) const;  // what tells a row from another
  Place place(std::size_t row) const { return sheet_.place(sheet_.row(row).front()); }
  Place key_place(std::size_t row) const;
  bool is_total(std::size_t row) const;
  std::string total_word(std::size_t row) const;
  Money shown(Money debit) const;          // in the sign of the export
  bool says_total(std::size_t row) const;  // a cell begins so, whatever the koppeling says

  // Each tells what it refuses.
  bool is_of(Year year, std::size_t row);
  std::optional<RowMoney> money(std::size_t row);

 private:
  const SheetCell* cell(std::size_t row, std::size_t column) const { return columns_.cell(sheet_.row(row), column); }
  void look_at_amounts();
  std::optional<WrittenAmount> read(std::size_t row, std::size_t column);
  std::optional<Money> amount(std::size_t row, std::size_t column);
  std::optional<Money> flagged(std::size_t row, std::size_t column, Teken teken);
  std::optional<RowMoney> by_flag(std::size_t row);
  std::optional<RowMoney> in_two(std::size_t row, std::size_t plus, std::size_t minus);
  std::optional<RowMoney> without_commitment(std::size_t row);

  const Koppeling& koppeling_;
  const Sheet& sheet_;
  FoundColumns columns_;
  Gathering& gathering_;
  AmountReader amounts_;
};

// The columns that a koppeling asks for, in the order in which LedgerRows knows them.
std::vector<WantedColumn> wanted_columns(const Koppeling& koppeling);

}  // namespace saldo
