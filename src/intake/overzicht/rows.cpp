#include "intake/overzicht/rows.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

#include "base/say.h"
#include "base/text.h"
#include "intake/excel.h"
#include "intake/overzicht/words.h"

namespace saldo {

namespace {

// As a name is read: a number of a workbook as it is shown, and what guards a text of a csv taken off.
std::string_view label_text(const Sheet& sheet, const SheetCell& cell) {
  if (cell.is == CellIs::number || cell.is == CellIs::date) return trimmed(sheet.shown(cell));
  if (cell.is != CellIs::text) return {};
  std::string_view text = trimmed(cell.text);
  if (text.starts_with("=\"") && text.ends_with('"') && text.size() > 3) text = text.substr(2, text.size() - 3);
  return text;
}

bool is_letter(char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; }

// "Financi?n", or the mark of a letter that could not be read.
bool has_lost_letters(std::string_view text) {
  if (text.find("\uFFFD") != text.npos) return true;
  for (std::size_t at = text.find('?'); at != text.npos; at = text.find('?', at + 1))
    if (at > 0 && at + 1 < text.size() && is_letter(text[at - 1]) && is_letter(text[at + 1])) return true;
  return false;
}

// UTF-8 that was once taken for windows-1252: Ã« for ë.
bool is_read_wrongly(std::string_view text) {
  constexpr std::string_view marks[] = {"Ã«", "Ã©", "Ã¨", "Ã¯", "Ã¶", "Ã¼", "â‚¬", "Ã¡", "Ã³", "â€™"};
  return std::any_of(std::begin(marks), std::end(marks),
                     [text](std::string_view mark) { return text.find(mark) != text.npos; });
}

bool reads_as_amount(const SheetCell& cell) {
  if (cell.is == CellIs::number) return !year_in(cell.text);
  if (cell.is != CellIs::text) return false;
  const std::string_view text = trimmed(cell.text);
  if (text.empty() || year_in(text) || std::none_of(text.begin(), text.end(), is_digit)) return false;
  Koppeling nl;
  nl.getal = Getal::nl;
  return AmountReader(&nl).read(text).is == WrittenAmount::Is::money;
}

}  // namespace

void find_unit(const Sheet& sheet, std::optional<Money> asked, Overzicht& overzicht, Asking& asking) {
  std::optional<Money> found = asked;
  const OverzichtHead& head = overzicht.head;
  for (std::size_t row = 0; row < sheet.rows(); ++row)
    for (std::size_t at = 0; at < sheet.row(row).size(); ++at) {
      const bool below = row >= head.row + head.rows;
      if (below && at < head.columns.size() && is_amounts(head.columns[at].kind)) continue;
      const SheetCell& cell = sheet.row(row)[at];
      const std::optional<Money> unit = cell.is == CellIs::text ? unit_in(cell.text) : std::nullopt;
      if (!unit || (below && at < head.columns.size() && head.columns[at].kind == ColumnKind::eenheid)) continue;
      if (overzicht.unit_told.empty()) {
        overzicht.unit_told = trimmed(cell.text);
        overzicht.unit_place = sheet.place(cell);
      }
      if (found && *unit != *found && !asked)
        asking.ask_in(
            0, Rule::import_dubbelzinnig, sheet.place(cell),
            say("`{}` is another unit than `{}`, which stands above it", trimmed(cell.text), overzicht.unit_told),
            say("say it with --unit 1, 1000 or 1000000"));
      if (!found) found = unit;
    }
  overzicht.unit = found.value_or(one_euro);
}

void RowReader::read() {
  const OverzichtHead& head = overzicht_.head;
  overzicht_.amounts.resize(sheet_.rows() * head.figures.size());
  for (std::size_t at = 0; at < head.row; ++at) read_above(at);
  for (std::size_t at = head.row; at < head.row + head.rows; ++at) overzicht_.rows[at].fate = PrintedFate::kop;
  for (std::size_t at = head.row + head.rows; at < sheet_.rows(); ++at) read_row(at);
  cells_.tell_rounded();
}

void RowReader::read_above(std::size_t at) {
  if (take_asked(at)) return;
  const std::span<const SheetCell> cells = sheet_.row(at);
  for (const SheetCell& cell : cells)
    if (overzicht_.rows[at].naam.empty()) overzicht_.rows[at].naam = label_text(sheet_, cell);
  for (std::size_t column = 0; column < std::min(cells.size(), overzicht_.head.columns.size()); ++column) {
    if (!is_amounts(overzicht_.head.columns[column].kind) || !reads_as_amount(cells[column])) continue;
    overzicht_.rows[at].fate = PrintedFate::ongelezen;
    return asking_.ask_in(
        0, Rule::import_rij, sheet_.place(cells[column]), say("this row has amounts and stands above the headings"),
        say("put it below them, or leave it out in the map under [rij]: {} = {{ soort = \"overslaan\", "
            "reden = \"…\" }}",
            std::to_string(cells[column].line)));
  }
}

bool RowReader::repeats_head(std::size_t at) const {
  const OverzichtHead& head = overzicht_.head;
  for (std::size_t row = head.row; row < head.row + head.rows; ++row) {
    const std::span<const SheetCell> above = sheet_.row(row), here = sheet_.row(at);
    if (std::equal(above.begin(), above.end(), here.begin(), here.end(),
                   [](const SheetCell& a, const SheetCell& b) { return trimmed(a.text) == trimmed(b.text); }))
      return true;
  }
  return false;
}

PrintedSaid& RowReader::say_of(PrintedRow& row) {
  if (row.said == 0) {
    row.said = static_cast<std::uint32_t>(overzicht_.said.size());
    overzicht_.said.emplace_back();
  }
  return overzicht_.said[row.said];
}

// What the map says of this row.
bool RowReader::take_asked(std::size_t at) {
  if (asked_.rows.empty()) return false;
  const std::uint32_t line = overzicht_.rows[at].line;
  const auto asked = std::find_if(asked_.rows.begin(), asked_.rows.end(),
                                  [line](const OverzichtAsked::Row& row) { return row.line == line; });
  if (asked == asked_.rows.end()) return false;
  PrintedRow& row = overzicht_.rows[at];
  row.fate = asked->fate;
  if (!asked->reason.empty()) say_of(row).reason = asked->reason;
  row.is_asked = true;
  return asked->fate == PrintedFate::overgeslagen || asked->fate == PrintedFate::toelichting;
}

std::string_view RowReader::text_of(std::size_t at, ColumnKind kind) const {
  const std::optional<std::size_t> column = overzicht_.head.column(kind);
  if (!column || *column >= sheet_.row(at).size()) return {};
  return label_text(sheet_, sheet_.row(at)[*column]);
}

void RowReader::read_row(std::size_t at) {
  PrintedRow& row = overzicht_.rows[at];
  if (take_asked(at)) return;
  if (repeats_head(at)) {
    row.fate = PrintedFate::kop;
    return;
  }
  if (!has_its_cells(at)) return;
  row.nr = text_of(at, ColumnKind::nr);
  row.naam = text_of(at, ColumnKind::naam);
  if (const auto naam = overzicht_.head.column(ColumnKind::naam); naam && *naam < sheet_.row(at).size())
    row.indent = sheet_.row(at)[*naam].indent;
  if (const std::string_view soort = text_of(at, ColumnKind::soort); !soort.empty()) say_of(row).soort = soort;
  if (const std::string_view onder = text_of(at, ColumnKind::onder); !onder.empty()) say_of(row).onder = onder;
  // A remark may begin in the column of numbers.
  if (row.naam.empty() && !is_code(row.nr)) std::swap(row.nr, row.naam);
  read_side(at);
  read_figures(at);
  look_at_letters(at);
  const auto hides = [](const SheetCell& cell) { return cell.hidden && !cell.text.empty(); };
  if (std::any_of(sheet_.row(at).begin(), sheet_.row(at).end(), hides)) ++overzicht_.hidden_rows;
}

// A row of a csv with a cell too few has its amounts under other headings; a remark by itself may be short.
bool RowReader::has_its_cells(std::size_t at) {
  const std::span<const SheetCell> cells = sheet_.row(at);
  const std::size_t wanted = sheet_.row(overzicht_.head.row).size();
  if (sheet_.is_of_workbook() || cells.size() >= wanted) return true;
  const auto filled =
      std::count_if(cells.begin(), cells.end(), [](const SheetCell& cell) { return !trimmed(cell.text).empty(); });
  if (filled < 2) return true;
  overzicht_.rows[at].fate = PrintedFate::ongelezen;
  asking_.ask_in(0, Rule::import_bestand, sheet_.place(cells.front()),
                 say("this row has {} cells, and the headings have {}", cells.size(), wanted),
                 say("a cell with the separator in it stands in quotes"));
  return false;
}

void RowReader::read_side(std::size_t at) {
  PrintedRow& row = overzicht_.rows[at];
  const std::string_view kant = text_of(at, ColumnKind::kant);
  row.side = side_in(kant);
  if (kant.empty() || row.side != PrintedSide::unknown || total_word(kant).fate == PrintedFate::saldo) return;
  const std::size_t column = *overzicht_.head.column(ColumnKind::kant);
  asking_.ask_in(column, Rule::import_rij, sheet_.place(sheet_.row(at)[column]), say("`{}` is not a side", kant),
                 say("write lasten or baten"));
}

Money RowReader::unit_of_row(std::size_t at) {
  const std::optional<std::size_t> column = overzicht_.head.column(ColumnKind::eenheid);
  if (!column) return overzicht_.unit;
  const std::string_view text = text_of(at, ColumnKind::eenheid);
  if (const auto unit = unit_of(text)) return *unit;
  if (*column < sheet_.row(at).size())
    asking_.ask_in(*column, Rule::import_dubbelzinnig, sheet_.place(sheet_.row(at)[*column]),
                   say("`{}` is not a unit", text), say("write 1, x1000 or miljoen"));
  return overzicht_.unit;
}

void RowReader::read_figures(std::size_t at) {
  const OverzichtHead& head = overzicht_.head;
  const std::span<const SheetCell> cells = sheet_.row(at);
  const std::span<Amount> amounts = overzicht_.amounts_of(at);
  std::optional<Year> year;
  if (head.is_long) year = year_in(text_of(at, ColumnKind::jaar));
  const bool own_unit = head.column(ColumnKind::eenheid).has_value();
  std::optional<Money> unit;
  bool filled = false;
  for (std::size_t figure = 0; figure < amounts.size(); ++figure) {
    const std::size_t column = head.figures[figure].column;
    if (column >= cells.size() || (head.is_long && head.figures[figure].year != year.value_or(head.figures[0].year)))
      continue;
    if (own_unit && !unit && !trimmed(cells[column].text).empty()) unit = unit_of_row(at);
    const ReadCell read = cells_.read(cells[column], column, unit.value_or(overzicht_.unit));
    filled = filled || read.is_filled;
    amounts[figure] = read.amount;
    if (read.has_letter && head.figures[figure].kind == ColumnKind::lasten) amounts[figure] = -read.amount;
    overzicht_.rows[at].has_letters = overzicht_.rows[at].has_letters || read.has_letter;
  }
  overzicht_.rows[at].has_amounts = filled;
  if (!filled || !head.is_long || year) return;
  const std::size_t column = *head.column(ColumnKind::jaar);
  overzicht_.rows[at].fate = PrintedFate::ongelezen;
  std::fill(amounts.begin(), amounts.end(), Amount());
  asking_.ask_in(column, Rule::import_rij, sheet_.place(cells[std::min(column, cells.size() - 1)]),
                 say("of which year this row is, is not said"), say("write the year, or leave the row out in the map"));
}

void RowReader::look_at_letters(std::size_t at) {
  const std::optional<std::size_t> column = overzicht_.head.column(ColumnKind::naam);
  const std::string_view naam = overzicht_.rows[at].naam;
  if (!column || naam.empty() || *column >= sheet_.row(at).size()) return;
  const Place place = sheet_.place(sheet_.row(at)[*column]);
  if (is_read_wrongly(naam))
    asking_.ask_in(*column, Rule::import_codering, place,
                   say("`{}` was read in a wrong encoding before it was saved: Ã« was ë", naam),
                   say("export it again, as UTF-8"));
  else if (has_lost_letters(naam))
    asking_.ask_in(*column, Rule::import_letters_kwijt, place, say("letters of `{}` were lost before", naam),
                   say("export it again as UTF-8, or type them in the plan"));
}

}  // namespace saldo
