// The part of a table that people see, dressed: what text and md both start from.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "base/table.h"
#include "render/style.h"

namespace saldo {

struct GridColumn {
  std::string label;
  ColumnType type = ColumnType::text;
  std::string group = {};
  bool is_name = false;  // the naam or else the first text column: it shows the level of a row
};

inline bool is_figure(const GridColumn& column) { return column.type != ColumnType::text; }

struct GridCell {
  std::string text;
  bool negative = false;   // a figure below zero that also shows as one
  std::size_t column = 0;  // of the table, which it shows
};

struct GridRow {
  RowKind kind = RowKind::item;  // never note
  std::size_t level = 0;
  std::vector<GridCell> cells;  // one per grid column
  std::size_t row = 0;          // of the table
};

struct Grid {
  std::string title;  // with the unit where that is not the euro
  std::vector<GridColumn> columns;
  std::vector<GridRow> rows;
  std::vector<std::string> notes;  // note rows, footnotes and the rounding note, in that order
};

// An amount with the sign and the letter that the style has for such a figure.
GridCell figure_cell(Amount amount, Sense sense, const Style& style);

inline bool is_sum(const GridRow& row) { return row.kind == RowKind::subtotal || row.kind == RowKind::total; }

// `machines` columns are gone and `shared` ones drawn in the column to their left. A shared column that would hide a
// figure there, or has no column of figures to its left, keeps a place of its own.
Grid visible_grid(const Table& table, const Style& style);

}  // namespace saldo
