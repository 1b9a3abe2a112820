// The sheets of the workbook of a plan, a function for each. Private to this room.
#pragma once

#include <optional>

#include "report/workbook/book_frame.h"

namespace saldo {

BookSheet posts_sheet(const BookFrame& frame);

// The rates of the indexes, and a name for each: index_loon_2027. None: the plan has no index.
std::optional<BookSheet> indexes_sheet(const BookFrame& frame, std::vector<BookName>& names);

// Those that hold totals add them to `frame.checks`.
BookSheet projects_sheet(BookFrame& frame);
std::optional<BookSheet> lines_sheet(BookFrame& frame);   // none: the plan has no programmalijn
std::optional<BookSheet> stands_sheet(BookFrame& frame);  // none: they are in Tabel 4, or there are none
std::optional<BookSheet> funds_sheet(BookFrame& frame);   // none: no reserve and no investeringsbudget

std::optional<BookSheet> transfers_sheet(const BookFrame& frame);  // none: nobody pays another
std::optional<BookSheet> bridges_sheet(BookFrame& frame);          // none: there is no older plan
BookSheet findings_sheet(const BookFrame& frame);
BookSheet control_sheet(const BookFrame& frame);
BookSheet glance_sheet(BookFrame& frame);  // of totals in Tabel 4, which must have been made
BookSheet guide_sheet(const BookFrame& frame, const Book& book);

}  // namespace saldo
