#include "intake/workbook/sheet_builder.h"

#include <algorithm>

#include "base/finding/written_place.h"
#include "base/say.h"

namespace saldo {

bool SheetBuilder::refuse(Message message, Message help) {
  findings_.push_back({Rule::bestand, {sheet_.file}, std::move(message), {}, std::move(help)});
  return false;
}

bool SheetBuilder::is_too_large() {
  refuse(say("more than {} cells", max_workbook_cells),
         say("take out what is no part of the table, and save it again"));
  return true;
}

void SheetBuilder::hide_columns(std::uint32_t first, std::uint32_t last) {
  for (std::uint32_t column = first; column <= std::min(last, max_workbook_columns); ++column)
    hidden_columns_[column] = true;
}

bool SheetBuilder::add(CellFound cell) {
  if (cell.text.empty() && cell.formula.empty() && cell.is != CellIs::no_value) return true;
  const bool follows = found_.empty() || found_.back().line < cell.line ||
                       (found_.back().line == cell.line && found_.back().column < cell.column);
  if (!follows || cell.line == 0 || cell.column == 0 || cell.line > max_workbook_rows ||
      cell.column > max_workbook_columns)
    return refuse(say("its cells do not stand in their order, or beyond the last row or column there is"),
                  say("open it, and save it again as .xlsx or .ods"));
  if (left_ == 0) return !is_too_large();
  --left_;
  take_more(cell, found_.size());
  SheetCell& added = found_.emplace_back();
  if (!cell.text.empty()) added.text = sheet_.unquoted.emplace_back(std::move(cell.text));
  added.line = cell.line;
  added.column = cell.column;
  added.length = whole_cell;
  added.is = cell.is;
  added.indent = cell.indent;
  added.more = !cell.shown.empty() || !cell.formula.empty();
  return true;
}

void SheetBuilder::take_more(const CellFound& cell, std::size_t at) {
  if (cell.shown.empty() && cell.formula.empty()) return;
  CellMore& more = found_more_.emplace_back();
  more.cell = at;
  if (!cell.shown.empty()) more.shown = sheet_.unquoted.emplace_back(cell.shown);
  if (!cell.formula.empty()) more.formula = sheet_.unquoted.emplace_back(cell.formula);
}

bool SheetBuilder::merge(MergedRange range) {
  if (range.first_line == range.last_line && range.first_column == range.last_column) return true;
  if (sheet_.merged.size() >= max_merged_ranges || range.first_line > range.last_line ||
      range.first_column > range.last_column)
    return refuse(say("its merged cells are not what a spreadsheet makes of them"),
                  say("open it, and save it again as .xlsx or .ods"));
  sheet_.merged.push_back(range);
  return true;
}

// The cells of the row of found_[next], with empty ones between them.
void SheetBuilder::fill_row(std::size_t& next, std::size_t width) {
  const std::size_t first = sheet_.cells.size();
  const std::uint32_t line = found_[next].line;
  const bool hidden = sheet_.hidden || hidden_rows_.contains(line);
  for (std::uint32_t column = 1; column <= width; ++column) {
    SheetCell& cell = sheet_.cells.emplace_back();
    cell.line = line;
    cell.column = column;
    cell.length = whole_cell;
    cell.hidden = hidden || hidden_columns_[column];
  }
  for (; next < found_.size() && found_[next].line == line; ++next) {
    const std::size_t at = first + found_[next].column - 1;
    const bool is_hidden = sheet_.cells[at].hidden;
    sheet_.cells[at] = found_[next];
    sheet_.cells[at].hidden = is_hidden;
    if (!found_[next].more) continue;
    sheet_.more.push_back(found_more_[sheet_.more.size()]);
    sheet_.more.back().cell = at;
  }
  sheet_.row_ends.push_back(sheet_.cells.size());
}

bool SheetBuilder::finish() {
  std::size_t width = 0, rows = 0;
  for (std::size_t i = 0; i < found_.size(); ++i) {
    width = std::max<std::size_t>(width, found_[i].column);
    if (i == 0 || found_[i].line != found_[i - 1].line) ++rows;
  }
  if (rows * width > max_sheet_cells) return !is_too_large();
  sheet_.cells.reserve(rows * width);
  for (std::size_t next = 0; next < found_.size();) fill_row(next, width);
  std::size_t marks = 0;
  return std::all_of(sheet_.merged.begin(), sheet_.merged.end(),
                     [&](const MergedRange& range) { return mark_merged(range, width, marks); });
}

// Ranges of one sheet do not overlap: together they mark no more cells than there are.
bool SheetBuilder::mark_merged(const MergedRange& range, std::size_t width, std::size_t& marks) {
  std::size_t row = 0;
  for (std::size_t above = sheet_.rows(); row < above;) {
    const std::size_t middle = row + (above - row) / 2;
    if (sheet_.row(middle).front().line < range.first_line) row = middle + 1;
    else above = middle;
  }
  for (; row < sheet_.rows() && sheet_.row(row).front().line <= range.last_line; ++row)
    for (std::size_t column = range.first_column; column <= std::min<std::size_t>(range.last_column, width); ++column) {
      if (++marks > sheet_.cells.size())
        return refuse(say("its merged cells are not what a spreadsheet makes of them"),
                      say("open it, and save it again as .xlsx or .ods"));
      sheet_.cells[row * width + column - 1].merged = true;
    }
  return true;
}

}  // namespace saldo
