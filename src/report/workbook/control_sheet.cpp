#include "base/say.h"
#include "report/workbook/sheet_parts.h"
#include "report/workbook/sheets.h"

namespace saldo {

namespace {

constexpr std::size_t first_amount_column = 4;

std::string klopt() { return Dutch("klopt"); }
std::string verschil() { return Dutch("verschil"); }

std::string verdict_of(const std::string& condition) {
  return "IF(" + condition + ",\"" + klopt() + "\",\"" + verschil() + "\")";
}

void add_row(const BookFrame& frame, const CheckedRow& check, BookSheet& sheet) {
  const std::size_t at = sheet.rows.size();
  std::vector<BookCell> row = {words(check.sheet), words(check.nr, BookStyle::code),
                               words(check.naam, BookStyle::wrapped), words(check.figure)};
  std::string condition;
  for (std::size_t year = 0; year < check.cells.size(); ++year) {
    const CellAt& cell = check.cells[year];
    condition += (condition.empty() ? "" : ",") + std::string("ROUND(SUM(") + sheet_prefix(check.sheet) +
                 cell_name(cell.row, cell.column) + ")-SUM(" + cell_name(at, first_amount_column + year) + "),2)=0";
    row.push_back({check.amounts[year], BookStyle::amount});
  }
  row.resize(first_amount_column + frame.years);
  row.push_back({BookFormula{verdict_of("AND(" + condition + ')'), klopt()}, BookStyle::indented});
  sheet.rows.push_back(std::move(row));
}

}  // namespace

BookSheet control_sheet(const BookFrame& frame) {
  BookSheet sheet = start_sheet(
      frame, "Controle", Dutch("Controle"),
      Dutch("Elk totaal van dit werkboek naast wat saldo ervan maakte, dat hier als vast getal staat. Wie bedragen "
            "verandert ziet hier welke totalen daardoor anders zijn dan in het plan."));
  const std::size_t verdict_column = first_amount_column + frame.years;
  sheet.widths = {12, frame.nr_width, 50, 22};
  std::vector<std::string> heads = {Dutch("Blad"), Dutch("Nr"), Dutch("Naam"), Dutch("Wat")};
  for (std::size_t year = 0; year < frame.years; ++year) {
    heads.push_back(Dutch("saldo: {}", head_of_year(frame, year)));
    sheet.widths.push_back(15);
  }
  heads.push_back(Dutch("Oordeel"));
  sheet.widths.push_back(12);
  sheet.rows.emplace_back();
  add_heads(sheet, heads, first_amount_column);
  sheet.rows.back().back().style = BookStyle::indented_head;
  const std::size_t first = sheet.rows.size();
  for (const CheckedRow& check : frame.checks) add_row(frame, check, sheet);
  const BookRange verdicts{first, verdict_column, sheet.rows.size() - 1, verdict_column};
  const std::string all =
      "COUNTIF(" + range_name(verdicts) + ",\"" + klopt() + "\")=" + std::to_string(frame.checks.size());
  sheet.rows[2] = {words(Dutch("Alle totalen samen:"), BookStyle::strong),
                   {},
                   {frame.is_beyond_digits ? BookCell{klopt(), BookStyle::strong}
                                           : BookCell{BookFormula{verdict_of(all), klopt()}, BookStyle::strong}}};
  sheet.filter = {first - 1, 0, sheet.rows.size() - 1, verdict_column};
  for (const BookRange& cells : {verdicts, BookRange{2, 2, 2, 2}}) {
    sheet.conditions.push_back({cells, verschil()});
    sheet.conditions.push_back({cells, klopt(), true});
  }
  return sheet;
}

}  // namespace saldo
