// A table of somebody else: rows of text cells, each with its place in the file. Numbers keep their own text. Read out of a
// csv by csv.h; another reader can fill one.
#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/finding/place.h"

namespace saldo {

// Its text without quotes, and where it stands with them.
struct SheetCell {
  std::string_view text;
  std::uint32_t line = 0, column = 0, length = 0;  // as in Place
};

struct Sheet {
  FileId file{};
  std::shared_ptr<const std::string> text;  // of the whole file, in UTF-8; cells are views of it,
  std::deque<std::string> unquoted;         // or of these, where quotes stood inside quotes
  std::vector<SheetCell> cells;
  std::vector<std::size_t> row_ends;  // in cells; only rows with something in them

  std::size_t rows() const { return row_ends.size(); }
  std::span<const SheetCell> row(std::size_t row) const {
    const std::size_t first = row == 0 ? 0 : row_ends[row - 1];
    return {cells.data() + first, row_ends[row] - first};
  }
  Place place(const SheetCell& cell) const { return {file, cell.line, cell.column, cell.length}; }
};

inline constexpr std::size_t max_sheet_rows = 1'000'000;
inline constexpr std::size_t max_sheet_columns = 1'000;
inline constexpr std::size_t max_sheet_cells = 8'000'000;

}  // namespace saldo
