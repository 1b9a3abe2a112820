#include <algorithm>

#include "report/check/findings_table.h"
#include "report/row_names.h"
#include "report/workbook/sheet_parts.h"
#include "report/workbook/sheets.h"

namespace saldo {

namespace {

std::string text_or_number(const Cell& cell) {
  const auto* number = std::get_if<std::int64_t>(&cell);
  return number != nullptr ? std::to_string(*number) : text_of(cell);
}

// "projecten/3.5.toml:31:18", of the columns file, line and column.
std::string place_of_row(const Row& row) {
  std::string place = text_of(row.cells[2]);
  for (const std::size_t at : {std::size_t{3}, std::size_t{4}})
    if (const std::string number = text_or_number(row.cells[at]); !number.empty()) place += ':' + number;
  return place;
}

}  // namespace

BookSheet findings_sheet(const BookFrame& frame) {
  const Table table = report_findings(frame.input.findings, frame.input.file_name);
  const bool none = table.rows.empty();
  BookSheet sheet = start_sheet(
      frame, "Bevindingen", Dutch("Bevindingen"),
      none ? Dutch("Geen bevindingen.")
           : Dutch("Wat bij het narekenen van dit plan is gevonden, en waar het staat. Niets is weggelaten."));
  sheet.widths = {14, 26, 34, 60, 50};
  if (none) return sheet;
  std::vector<std::string> heads = {Dutch("Ernst"), Dutch("Regel"), Dutch("Waar"), Dutch("Melding"),
                                    Dutch("Wat u kunt doen")};
  const bool any_related =
      std::any_of(table.rows.begin(), table.rows.end(), [](const Row& row) { return !text_of(row.cells[7]).empty(); });
  if (any_related) heads.push_back(Dutch("Zie ook")), sheet.widths.push_back(44);
  add_heads(sheet, heads, heads.size());
  for (const Row& from : table.rows) {
    std::vector<BookCell>& row = sheet.rows.emplace_back();
    for (const std::string& text : {text_of(from.cells[1]), text_of(from.cells[0]), place_of_row(from),
                                    text_of(from.cells[5]), text_of(from.cells[6])})
      row.push_back(words(text, BookStyle::wrapped));
    if (any_related) row.push_back(words(text_of(from.cells[7]), BookStyle::wrapped));
  }
  sheet.filter = {sheet.frozen_rows - 1, 0, sheet.rows.size() - 1, heads.size() - 1};
  return sheet;
}

}  // namespace saldo
