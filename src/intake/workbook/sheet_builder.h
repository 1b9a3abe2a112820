// Puts the cells of a workbook into a Sheet, of which every row has as many cells. Private to intake/workbook.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "base/finding/diagnostic.h"
#include "intake/sheet.h"

namespace saldo {

inline constexpr std::size_t max_workbook_cells = 1'000'000;   // with something in them, of all sheets
inline constexpr std::uint32_t max_workbook_columns = 16'384;  // XFD
inline constexpr std::uint32_t max_workbook_rows = 1'048'576;
inline constexpr std::size_t max_merged_ranges = 100'000;

// A cell as its file has it; `shown` and `formula` may be "".
struct CellFound {
  std::uint32_t line = 0, column = 0;
  CellIs is = CellIs::text;
  std::string text, shown = {}, formula = {};
  std::uint8_t indent = 0;
};

class SheetBuilder {
 public:
  // `left` is how many cells the workbook may still have.
  SheetBuilder(Sheet& sheet, std::size_t& left, Findings& findings) : sheet_(sheet), left_(left), findings_(findings) {}

  // Each stands behind the one before it, by line and then by column; false where not, or there are too many: then it was
  // told. One with nothing in it is none.
  bool add(CellFound cell);
  void hide_row(std::uint32_t line) { hidden_rows_.insert(line); }
  void hide_columns(std::uint32_t first, std::uint32_t last);
  bool merge(MergedRange range);
  // False where the sheet is too wide for its length, which was told.
  bool finish();

 private:
  bool refuse(Message message, Message help);
  bool is_too_large();
  void take_more(const CellFound& cell, std::size_t at);
  void fill_row(std::size_t& next, std::size_t width);
  bool mark_merged(const MergedRange& range, std::size_t width, std::size_t& marks);

  Sheet& sheet_;
  std::size_t& left_;
  Findings& findings_;
  std::vector<SheetCell> found_;      // in order
  std::vector<CellMore> found_more_;  // of which `cell` is in found_
  std::set<std::uint32_t> hidden_rows_;
  std::vector<bool> hidden_columns_ = std::vector<bool>(max_workbook_columns + 1);
};

}  // namespace saldo
