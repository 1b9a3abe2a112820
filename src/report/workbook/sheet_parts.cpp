#include "report/workbook/sheet_parts.h"

#include "report/kolommen.h"

namespace saldo {

BookSheet start_sheet(const BookFrame& frame, const std::string& name, const Dutch& title, const Dutch& what) {
  BookSheet sheet;
  sheet.name = name;
  sheet.footer = frame.plan.naam;
  sheet.rows.push_back({words(title, BookStyle::title)});
  sheet.rows.push_back({words(what, BookStyle::note)});
  return sheet;
}

void add_heads(BookSheet& sheet, const std::vector<std::string>& texts, std::size_t amounts_from) {
  std::vector<BookCell>& row = sheet.rows.emplace_back();
  for (std::size_t i = 0; i < texts.size(); ++i)
    row.push_back(words(texts[i], i < amounts_from ? BookStyle::head : BookStyle::figure_head));
  sheet.frozen_rows = sheet.rows.size();
}

std::size_t add_year_heads(const BookFrame& frame, BookSheet& sheet, std::size_t first_width,
                           const std::vector<Dutch>& before, const std::vector<Dutch>& figures) {
  std::vector<std::string> upper(before.size()), lower(before.begin(), before.end());
  for (std::size_t year = 0; year < frame.years; ++year)
    for (std::size_t i = 0; i < figures.size(); ++i) {
      upper.push_back(i == 0 ? head_of_year(frame, year) : "");
      lower.push_back(figures[i].text());
    }
  constexpr std::size_t texts = 2;
  add_heads(sheet, upper, texts);
  for (BookCell& cell : sheet.rows.back()) cell.style = BookStyle::group_head;
  add_heads(sheet, lower, texts);
  sheet.widths.assign(lower.size(), frame.amount_width);
  sheet.widths[0] = first_width;
  sheet.widths[1] = frame.name_width;
  sheet.frozen_columns = texts;
  return lower.size() - texts;
}

std::size_t add_budget_heads(const BookFrame& frame, BookSheet& sheet, std::size_t first_width, const Dutch& first,
                             const Dutch& second) {
  if (frame.has_soorten)
    return add_year_heads(frame, sheet, first_width, {first, second},
                          {Dutch("Lasten"), Dutch("Baten"), Dutch("Saldo")});
  return add_year_heads(frame, sheet, first_width, {first, second, Dutch("Stand 1 januari {}", frame.plan.years.first)},
                        {Dutch("Baten"), Dutch("Lasten"), Dutch("Eindsaldo")});
}

std::string head_of_year(const BookFrame& frame, std::size_t year) {
  return year_heading(frame.plan, frame.plan.years.at(year)).text();
}

}  // namespace saldo
