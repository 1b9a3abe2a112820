// A row of totals on a sheet: what its cells are, and what Controle holds them against. Private to this room.
#pragma once

#include <string>
#include <vector>

#include "report/workbook/sheet_parts.h"

namespace saldo {

// The styles of a row and what it is called.
struct RowLook {
  std::string nr, naam;
  int level = 0;
  BookStyle amounts = BookStyle::amount;
  BookStyle name = BookStyle::plain;
};

class TotalRowMaker {
 public:
  // Behind nr and naam, `columns` cells that are empty.
  TotalRowMaker(BookFrame& frame, BookSheet& sheet, const RowLook& look, std::size_t columns);

  std::size_t row() const { return sheet_.rows.size() - 1; }
  void put(std::size_t column, BookCell cell) { sheet_.rows.back()[column] = std::move(cell); }
  // The formula of a sum; empty sums leave the cell as it is.
  void put(std::size_t column, CellSum sum, Amount outcome);
  // What Controle looks at: a cell of each year.
  void check(const std::string& figure, std::vector<CellAt> cells, std::vector<Amount> amounts) const;

 private:
  BookFrame& frame_;
  BookSheet& sheet_;
  RowLook look_;
};

// Amounts of these columns that are below their floor, for rows next to each other with the same floor.
struct FlooredRow {
  std::size_t row;
  Money floor = {};
};
void add_floors(BookSheet& sheet, const std::vector<FlooredRow>& rows, const std::vector<std::size_t>& columns);

}  // namespace saldo
