// The part of a table that people see, dressed: what text and md both start from.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <span>
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

// All but the rows, which DressedRows gives one by one.
struct GridHead {
  std::string title;  // with the unit where that is not the euro
  std::vector<GridColumn> columns;
  std::vector<std::string> notes;  // note rows, footnotes and the rounding note, in that order
};

struct Grid : GridHead {
  std::vector<GridRow> rows;
};

// An amount with the sign and the letter that the style has for such a figure.
GridCell figure_cell(Amount amount, Sense sense, const Style& style);

inline bool is_sum(const GridRow& row) { return row.kind == RowKind::subtotal || row.kind == RowKind::total; }

// `machines` columns are gone and `shared` ones drawn in the column to their left. A shared column that would hide a
// figure there, or has no column of figures to its left, keeps a place of its own.
Grid visible_grid(const Table& table, const Style& style);

// The same of rows that are made as they are gone through: once to know the head, and as often as they are drawn.
class DressedRows {
 public:
  using See = std::function<void(const GridHead& head, const GridRow& row)>;

  // Points to both. `seen` gets each row of the first time, beside a head that has its columns and no notes yet.
  DressedRows(const TableSource& table, const Style& style, const See& seen = {});

  const GridHead& head() const { return head_; }
  bool has_rows() const { return has_rows_; }  // a total of nothing is none where the table says what stands there then
  // Each row, with only the cells of these columns of the head, or of all; false: no more are wanted.
  using Take = std::function<bool(const GridRow&)>;
  void each(std::span<const std::size_t> columns, const Take& take) const;
  void each(const Take& take) const { each(all_, take); }

 private:
  using Sources = std::vector<std::size_t>;  // the table columns that a visible column shows: itself and shared ones

  void find_notes(const See& seen);
  GridRow dressed(const Row& row, std::size_t number, std::span<const std::size_t> columns) const;
  GridCell cell(const Row& row, std::size_t source) const;
  Sense sense_in(const Row& row, std::size_t column) const;

  const TableSource& table_;
  const Style& style_;
  std::vector<Sources> visible_;
  std::vector<std::size_t> all_;     // columns of the head
  std::optional<std::size_t> kant_;  // the column in which a row says which of its sides it shows
  GridHead head_;
  bool has_rows_ = false;
};

}  // namespace saldo
