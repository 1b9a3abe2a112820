#include "report/workbook/total_row.h"

namespace saldo {

TotalRowMaker::TotalRowMaker(BookFrame& frame, BookSheet& sheet, const RowLook& look, std::size_t columns)
    : frame_(frame), sheet_(sheet), look_(look) {
  std::vector<BookCell>& row = sheet.rows.emplace_back();
  row.push_back(words(look.nr, look.name == BookStyle::plain ? BookStyle::code : look.name));
  const BookStyle name = look.name == BookStyle::plain ? BookStyle::wrapped : look.name;
  row.push_back(words(std::string(static_cast<std::size_t>(2 * look.level), ' ') + look.naam, name));
  const bool is_plain = look.amounts == BookStyle::amount;
  row.resize(2 + columns, {std::monostate(), is_plain ? BookStyle::plain : look.amounts});
}

void TotalRowMaker::put(std::size_t column, CellSum sum, Amount outcome) {
  if (sum.empty()) return;
  const std::string cells = sum.cells();
  put(column, frame_.told(frame_.whole_cents(sum.text()), cells, outcome, look_.amounts));
}

void TotalRowMaker::check(const std::string& figure, std::vector<CellAt> cells, std::vector<Amount> amounts) const {
  frame_.checks.push_back({sheet_.name, look_.nr, look_.naam, figure, std::move(cells), std::move(amounts)});
}

void add_floors(BookSheet& sheet, const std::vector<FlooredRow>& rows, const std::vector<std::size_t>& columns) {
  for (std::size_t first = 0, end = 0; first < rows.size(); first = end) {
    for (end = first + 1;
         end < rows.size() && rows[end].row == rows[end - 1].row + 1 && rows[end].floor == rows[first].floor;)
      ++end;
    for (const std::size_t column : columns)
      sheet.conditions.push_back({{rows[first].row, column, rows[end - 1].row, column}, rows[first].floor});
  }
}

}  // namespace saldo
