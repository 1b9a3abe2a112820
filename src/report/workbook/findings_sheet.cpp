#include "report/check/findings_table.h"
#include "report/row_names.h"
#include "report/workbook/sheet_parts.h"
#include "report/workbook/sheets.h"

namespace saldo {

BookSheet findings_sheet(const BookFrame& frame) {
  const Table table = report_findings(frame.input.findings, frame.input.file_name);
  BookSheet sheet = start_sheet(frame, "Bevindingen", Dutch("Bevindingen"),
                                table.rows.empty() ? Dutch(table.when_empty.text())
                                                   : Dutch("Wat saldo check in dit plan vindt, met de plaats waar het "
                                                           "staat. Niets is weggelaten."));
  sheet.widths = {14, 26, 30, 7, 8, 70, 60, 50};
  add_heads(sheet,
            {Dutch("Ernst"), Dutch("Regel"), Dutch("Bestand"), Dutch("Rij"), Dutch("Kolom"), Dutch("Melding"),
             Dutch("Wat u kunt doen"), Dutch("Zie ook")},
            8);
  for (const Row& from : table.rows) {
    std::vector<BookCell>& row = sheet.rows.emplace_back();
    for (const std::size_t at : {1, 0, 2, 3, 4, 5, 6, 7}) {
      const auto* number = std::get_if<std::int64_t>(&from.cells[at]);
      row.push_back(words(number != nullptr ? std::to_string(*number) : text_of(from.cells[at]), BookStyle::wrapped));
    }
  }
  if (!table.rows.empty()) sheet.filter = {sheet.frozen_rows - 1, 0, sheet.rows.size() - 1, 7};
  return sheet;
}

}  // namespace saldo
