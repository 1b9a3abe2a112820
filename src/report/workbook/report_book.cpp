#include "report/workbook/report_book.h"

#include "report/workbook/sheets.h"

namespace saldo {

Book report_book(const BookInput& input) {
  BookFrame frame(input);
  Book book;
  book.title = frame.plan.naam;
  book.subject = Dutch("Begroting {} - {}", frame.plan.years.first, frame.plan.years.last);
  book.language = "nl-NL";
  // Tabel 4 tells where others find its rows, and Controle has what all of them have given it.
  BookSheet projects = projects_sheet(frame);
  book.sheets.push_back(glance_sheet(frame));
  const auto add_if_any = [&book](std::optional<BookSheet> sheet) {
    if (sheet) book.sheets.push_back(std::move(*sheet));
  };
  add_if_any(lines_sheet(frame));
  book.sheets.push_back(std::move(projects));
  add_if_any(stands_sheet(frame));
  book.sheets.push_back(posts_sheet(frame));
  add_if_any(indexes_sheet(frame, book.names));
  add_if_any(transfers_sheet(frame));
  add_if_any(funds_sheet(frame));
  add_if_any(bridges_sheet(frame));
  book.sheets.push_back(findings_sheet(frame));
  book.sheets.push_back(control_sheet(frame));
  book.sheets.insert(book.sheets.begin(), guide_sheet(frame, book));
  return book;
}

}  // namespace saldo
