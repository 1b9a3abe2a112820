// How the sheets of the workbook of a plan begin, and the cells that all of them have. Private to this room.
#pragma once

#include <string>
#include <vector>

#include "report/workbook/book_frame.h"

namespace saldo {

inline BookCell words(const std::string& text, BookStyle style = BookStyle::plain) {
  if (text.empty()) return {std::monostate(), style};
  return {text, style};
}

// With its title and what it is below that; the foot of its pages names the plan.
BookSheet start_sheet(const BookFrame& frame, const std::string& name, const Dutch& title, const Dutch& what);

// The heads of the columns, which stay in sight with all above them.
void add_heads(BookSheet& sheet, const std::vector<std::string>& texts, std::size_t amounts_from);

// Heads of two rows: above the figures of each year the year itself. Before them two columns that name a row, the first of
// this width, which stay in sight. How many columns of amounts there are.
std::size_t add_year_heads(const BookFrame& frame, BookSheet& sheet, std::size_t first_width,
                           const std::vector<Dutch>& before, const std::vector<Dutch>& figures);

// The same of baten and lasten, with a stand where the plan has no kinds of projects, and a saldo where it has.
std::size_t add_budget_heads(const BookFrame& frame, BookSheet& sheet, std::size_t first_width, const Dutch& first,
                             const Dutch& second);

// What stands above a year.
std::string head_of_year(const BookFrame& frame, std::size_t year);

}  // namespace saldo
