// A table of somebody else: rows of cells, each with its place in the file. Numbers keep their own text. Read out of a csv by
// csv.h, and out of a workbook by workbook/workbook.h.
#pragma once

#include <algorithm>
#include <cstdint>
#include <deque>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/finding/place.h"

namespace saldo {

// What a cell is by itself, whatever it is used for. All cells of a csv are text. The text of the others:
//   number      the exact decimal, rounded to 15 significant digits: "-1234.5", never "1.234,5" or "1E+3"
//   percentage  the same of the fraction: "0.12" of 12%; shown() is "12%"
//   date        as the file has it, a day number or ISO; shown() is ISO where that is known
//   boolean     "TRUE" or "FALSE"
//   error       the error: "#REF!"
//   no_value    "": a formula whose outcome was never stored; formula() tells it
enum class CellIs : std::uint8_t { text, number, percentage, date, boolean, error, no_value };

// Its text without quotes, and where it stands with them; in a workbook line and column are those of the cell, and length
// is whole_cell (base/finding/written_place.h).
struct SheetCell {
  std::string_view text;
  std::uint32_t line = 0, column = 0, length = 0;  // as in Place
  CellIs is = CellIs::text;
  std::uint8_t indent = 0;  // of a workbook: how far its text is moved to the right, to be compared within a sheet
  bool hidden : 1 = false;  // its row or column is, or its sheet
  bool merged : 1 = false;  // one of a range (Sheet::merged); the text stands in its first cell, the others are empty
  bool more : 1 = false;    // there is a CellMore of it
};

// What few cells have.
struct CellMore {
  std::size_t cell = 0;      // in Sheet::cells
  std::string_view shown;    // a number as its format shows it, where that says more than the number: 007, 3.10, 12%
  std::string_view formula;  // "SUM(D2:D9)", as the file has it
};

struct MergedRange {
  std::uint32_t first_line = 0, first_column = 0, last_line = 0, last_column = 0;
};

// To be moved, never copied: the texts of its cells are its own.
struct Sheet {
  FileId file{};
  std::shared_ptr<const std::string> text;  // of a csv: the whole file, in UTF-8; cells are views of it,
  std::deque<std::string> unquoted;         // or of these, where quotes stood inside quotes, or it is a workbook
  std::vector<SheetCell> cells;
  std::vector<std::size_t> row_ends;  // in cells; only rows with something in them

  // Of a workbook. There every row has as many cells, the first of them in column A.
  std::string name = {};  // "Meerjaren"; of a csv ""
  bool hidden = false;
  std::vector<MergedRange> merged = {};
  std::vector<CellMore> more = {};  // by cell

  std::size_t rows() const { return row_ends.size(); }
  std::span<const SheetCell> row(std::size_t row) const {
    const std::size_t first = row == 0 ? 0 : row_ends[row - 1];
    return {cells.data() + first, row_ends[row] - first};
  }
  Place place(const SheetCell& cell) const { return {file, cell.line, cell.column, cell.length}; }
  bool is_of_workbook() const { return !name.empty(); }

  // Of a large csv its cells take more than its text: who has taken views of the text may do without them.
  void forget_cells() {
    // Emptied by {} they would keep their memory.
    cells = std::vector<SheetCell>();
    row_ends = std::vector<std::size_t>();
  }

  // What somebody sees in the cell: of a code 007 or 3.10, where the number is 7 or 3.1.
  std::string_view shown(const SheetCell& cell) const {
    const CellMore* more_of_it = find_more(cell);
    return more_of_it == nullptr || more_of_it->shown.empty() ? cell.text : more_of_it->shown;
  }
  // "": there is none.
  std::string_view formula(const SheetCell& cell) const {
    const CellMore* more_of_it = find_more(cell);
    return more_of_it == nullptr ? std::string_view() : more_of_it->formula;
  }

 private:
  // `cell` is one of this sheet.
  const CellMore* find_more(const SheetCell& cell) const {
    if (!cell.more) return nullptr;
    const auto at = static_cast<std::size_t>(&cell - cells.data());
    return &*std::lower_bound(more.begin(), more.end(), at,
                              [](const CellMore& one, std::size_t wanted) { return one.cell < wanted; });
  }
};

inline constexpr std::size_t max_sheet_rows = 1'000'000;
inline constexpr std::size_t max_sheet_columns = 1'000;
inline constexpr std::size_t max_sheet_cells = 8'000'000;

}  // namespace saldo
