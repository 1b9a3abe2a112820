#include "report/workbook/cells/cell_sum.h"

#include <algorithm>

#include "base/workbook/book.h"

namespace saldo {

void CellSum::add_run(std::size_t first_row, std::size_t end_row, std::size_t column, int sign) {
  for (std::size_t row = first_row; row < end_row; ++row) add({row, column}, sign);
}

std::vector<std::string> CellSum::ranges(std::vector<CellAt>& cells) const {
  std::sort(cells.begin(), cells.end(),
            [](CellAt a, CellAt b) { return a.column != b.column ? a.column < b.column : a.row < b.row; });
  std::vector<std::string> all;
  for (std::size_t first = 0, end = 0; first < cells.size(); first = end) {
    for (end = first + 1;
         end < cells.size() && cells[end].column == cells[first].column && cells[end].row == cells[end - 1].row + 1;)
      ++end;
    all.push_back(sheet_ +
                  range_name({cells[first].row, cells[first].column, cells[end - 1].row, cells[end - 1].column}));
  }
  return all;
}

// No more at a time than a function takes.
std::string CellSum::side(std::vector<CellAt>& cells, const std::vector<std::string>& others) const {
  constexpr std::size_t most = 200;
  std::vector<std::string> all = ranges(cells);
  all.insert(all.end(), others.begin(), others.end());
  std::string text;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (i % most == 0) text += i == 0 ? "SUM(" : ")+SUM(";
    else text += ',';
    text += all[i];
  }
  return text.empty() ? text : text + ')';
}

std::string CellSum::text() {
  std::string plus = side(plus_, other_plus_), minus = side(minus_, other_minus_);
  if (minus.empty()) return plus.empty() ? "0" : plus;
  const bool is_one = minus.find("+SUM(") == std::string::npos;
  if (plus.empty()) plus = "0";
  return plus + '-' + (is_one ? minus : '(' + minus + ')');
}

std::string CellSum::cells() {
  std::string text;
  const auto add_all = [&text](const std::vector<std::string>& all) {
    for (const std::string& one : all) text += (text.empty() ? "" : ",") + one;
  };
  add_all(ranges(plus_));
  add_all(other_plus_);
  add_all(ranges(minus_));
  add_all(other_minus_);
  return text;
}

}  // namespace saldo
