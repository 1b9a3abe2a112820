#include "intake/overzicht/head.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

#include "base/finding/written_place.h"
#include "base/say.h"
#include "base/text.h"
#include "intake/excel.h"
#include "intake/overzicht/asking.h"
#include "intake/overzicht/relative_years.h"
#include "intake/overzicht/words.h"

namespace saldo {

namespace {

struct HeadingWord {
  std::string_view word;  // as folded() gives it
  ColumnKind kind;
};

// The first that a heading holds decides: eindsaldo is before saldo.
constexpr HeadingWord amount_words[] = {
    {"eindsaldo", ColumnKind::eindsaldo},
    {"eindstand", ColumnKind::eindsaldo},
    {"31-12", ColumnKind::eindsaldo},
    {"31december", ColumnKind::eindsaldo},
    {"beginstand", ColumnKind::opening},
    {"opening", ColumnKind::opening},
    {"1-1", ColumnKind::opening},
    {"1januari", ColumnKind::opening},
    {"toevoeging", ColumnKind::toevoeging},
    {"storting", ColumnKind::toevoeging},
    {"onttrekking", ColumnKind::onttrekking},
    {"resultaat", ColumnKind::resultaat},
    {"saldo", ColumnKind::saldo},
    {"lasten", ColumnKind::lasten},
    {"uitgaven", ColumnKind::lasten},
    {"kosten", ColumnKind::lasten},
    {"baten", ColumnKind::baten},
    {"inkomsten", ColumnKind::baten},
    {"opbrengsten", ColumnKind::baten},
};

constexpr HeadingWord label_words[] = {
    {"nr", ColumnKind::nr},
    {"nr.", ColumnKind::nr},
    {"nummer", ColumnKind::nr},
    {"code", ColumnKind::nr},
    {"projectnr", ColumnKind::nr},
    {"naam", ColumnKind::naam},
    {"omschrijving", ColumnKind::naam},
    {"post", ColumnKind::naam},
    {"project", ColumnKind::naam},
    {"programma", ColumnKind::naam},
    {"programmalijn", ColumnKind::naam},
    {"product", ColumnKind::naam},
    {"taakveld", ColumnKind::naam},
    {"deelprogramma", ColumnKind::naam},
    {"reserve", ColumnKind::naam},
    {"kant", ColumnKind::kant},
    {"baten/lasten", ColumnKind::kant},
    {"lasten/baten", ColumnKind::kant},
    {"b/l", ColumnKind::kant},
    {"l/b", ColumnKind::kant},
    {"jaar", ColumnKind::jaar},
    {"eenheid", ColumnKind::eenheid},
    {"bedrag", ColumnKind::bedrag},
    {"toelichting", ColumnKind::toelichting},
    {"soort", ColumnKind::soort},
    {"onder", ColumnKind::onder},
    {"opmerking", ColumnKind::toelichting},
    {"opmerkingen", ColumnKind::toelichting},
};

ColumnKind label_of(std::string_view text) {
  const std::string seen = folded(text);
  const auto found = std::find_if(std::begin(label_words), std::end(label_words),
                                  [&seen](const HeadingWord& word) { return word.word == seen; });
  return found == std::end(label_words) ? ColumnKind::unknown : found->kind;
}

std::string_view heading_in(const SheetCell& cell) { return trimmed(cell.text); }

// Digits that are no year are an amount, so the row is no heading.
bool can_be_heading(const SheetCell& cell) {
  const std::string_view text = heading_in(cell);
  if (text.empty() || cell.is == CellIs::date) return true;
  if (cell.is == CellIs::number) return year_in(text).has_value();
  if (cell.is != CellIs::text || (is_absent_word(text) && !text.empty())) return false;
  const std::string seen = folded(text);
  if (seen == "pm" || seen == "p.m.") return false;
  return year_in(text) || names_relative_year(text) || unit_in(text) || kind_of_amounts(text) != ColumnKind::unknown ||
         std::none_of(text.begin(), text.end(), is_digit);
}

bool tells_amounts(std::string_view text) {
  return year_in(text).has_value() || names_relative_year(text) || kind_of_amounts(text) != ColumnKind::unknown ||
         label_of(text) == ColumnKind::bedrag;
}

// What a row of headings has: years, sides and labels behind or in its first cell.
struct HeadRow {
  bool is_one = false;
  std::size_t years = 0, sides = 0, labels = 0, filled = 0;
  bool tells() const { return years + sides > 0; }
};

HeadRow look_at_row(std::span<const SheetCell> row) {
  HeadRow seen;
  for (std::size_t at = 0; at < row.size(); ++at) {
    if (!can_be_heading(row[at])) return {};
    const std::string_view text = heading_in(row[at]);
    if (text.empty()) continue;
    ++seen.filled;
    const bool is_label = label_of(text) != ColumnKind::unknown;
    if (is_label) ++seen.labels;
    if (at == 0 && row.size() > 1 && !is_label) continue;
    if (year_in(text) || names_relative_year(text)) ++seen.years;
    if (kind_of_amounts(text) != ColumnKind::unknown || label_of(text) == ColumnKind::bedrag) ++seen.sides;
  }
  seen.is_one = true;
  return seen;
}

bool begins_head(const Sheet& sheet, std::size_t row) {
  const HeadRow seen = look_at_row(sheet.row(row));
  if (!seen.is_one || !seen.tells()) return false;
  if (seen.filled > 1) return true;
  // One year over all: the next row has the rest.
  if (row + 1 >= sheet.rows()) return false;
  const HeadRow next = look_at_row(sheet.row(row + 1));
  return next.is_one && next.filled > 1 && (next.sides > 0 || next.years > 0);
}

std::size_t rows_of_head(const Sheet& sheet, std::size_t first) {
  HeadRow all = look_at_row(sheet.row(first));
  std::size_t rows = 1;
  for (; rows < 3 && first + rows < sheet.rows(); ++rows) {
    const HeadRow next = look_at_row(sheet.row(first + rows));
    const bool adds = (next.years > 0 && all.years == 0) || (next.sides > 0 && all.sides == 0) ||
                      (next.labels > 0 && all.labels == 0);
    if (!next.is_one || !adds) break;
    all.years += next.years;
    all.sides += next.sides;
    all.labels += next.labels;
  }
  return rows;
}

bool is_empty_column(const Sheet& sheet, std::size_t first, std::size_t column) {
  for (std::size_t row = first; row < sheet.rows(); ++row)
    if (column < sheet.row(row).size() && !trimmed(sheet.row(row)[column].text).empty()) return false;
  return true;
}

bool holds_codes(const Sheet& sheet, std::size_t first, std::size_t column) {
  std::size_t codes = 0;
  for (std::size_t row = first; row < sheet.rows(); ++row) {
    if (column >= sheet.row(row).size()) continue;
    const std::string_view text = trimmed(sheet.row(row)[column].text);
    if (!text.empty() && !is_code(text)) return false;
    if (!text.empty()) ++codes;
  }
  return codes > 0;
}

class HeadFinder {
 public:
  HeadFinder(const Sheet& sheet, const HeadAsked& asked, std::optional<Years> years, Findings& findings)
      : sheet_(sheet), asked_(asked), years_(years), asking_(findings) {}

  std::optional<OverzichtHead> find();

 private:
  std::size_t below() const { return head_.row + head_.rows; }

  void take_headings();
  void add_heading(std::size_t at, std::string_view text, const SheetCell& cell);
  void take_columns();
  void take_asked();
  void take_years();
  std::optional<Year> year_above() const;
  void find_names();
  void ask_unknown(std::size_t at);
  void skip(OverzichtColumn& column, std::string reason);
  void leave_out();
  void find_figures();
  void find_long_figures();
  const Sheet& sheet_;
  const HeadAsked& asked_;
  std::optional<Years> years_;
  Asking asking_;
  OverzichtHead head_;
  std::set<std::size_t> told_;  // columns
};

std::optional<OverzichtHead> HeadFinder::find() {
  std::size_t row = 0;
  while (row < sheet_.rows() && !begins_head(sheet_, row)) ++row;
  if (row == sheet_.rows()) {
    asking_.ask(Rule::import_kolom, {sheet_.file}, say("no row has headings with a year or a side"),
                say("write over each column of amounts what it is: lasten 2026"));
    return std::nullopt;
  }
  head_.row = row;
  head_.rows = rows_of_head(sheet_, row);
  take_headings();
  take_columns();
  take_asked();
  take_years();
  find_names();
  find_figures();
  head_.settle();
  return std::move(head_);
}

// Of the rows above the last, a text goes on over the blank cells behind it.
void HeadFinder::take_headings() {
  std::size_t width = 0;
  for (std::size_t row = head_.row; row < sheet_.rows(); ++row) width = std::max(width, sheet_.row(row).size());
  head_.columns.resize(width);
  for (std::size_t row = head_.row; row < below(); ++row) {
    const std::span<const SheetCell> cells = sheet_.row(row);
    std::string over;
    for (std::size_t at = 0; at < cells.size(); ++at) {
      const std::string_view text = heading_in(cells[at]);
      if (!text.empty()) over = tells_amounts(text) && label_of(text) == ColumnKind::unknown ? text : "";
      const bool goes_on = row + 1 < below() || head_.rows > 1;
      add_heading(at, text.empty() && goes_on && row + 1 < below() ? std::string_view(over) : text, cells[at]);
    }
  }
}

void HeadFinder::add_heading(std::size_t at, std::string_view text, const SheetCell& cell) {
  OverzichtColumn& column = head_.columns[at];
  if (column.place.line == 0 || !text.empty()) column.place = sheet_.place(cell);
  if (text.empty()) return;
  if (!column.heading.empty()) column.heading += ' ';
  for (const char c : text) column.heading += c == '\n' ? ' ' : c;
}

void HeadFinder::take_columns() {
  for (std::size_t at = 0; at < head_.columns.size(); ++at) {
    OverzichtColumn& column = head_.columns[at];
    column.year = year_in(column.heading);
    column.kind = column.year ? ColumnKind::unknown : label_of(column.heading);
    if (column.kind == ColumnKind::unknown) column.kind = kind_of_amounts(column.heading);
    if (column.kind == ColumnKind::unknown && column.year) column.kind = ColumnKind::bedrag;
    const std::string seen = folded(column.heading);
    column.is_rekening = seen.find("rekening") != seen.npos || seen.find("realisatie") != seen.npos;
    if (column.kind == ColumnKind::unknown && is_empty_column(sheet_, below(), at)) column.kind = ColumnKind::none;
    else if (column.kind == ColumnKind::unknown && column.heading.empty()) column.kind = ColumnKind::none;
  }
}

void HeadFinder::take_asked() {
  for (const HeadAsked::Column& asked : asked_.columns) {
    std::size_t found = 0;
    for (std::size_t at = 0; at < head_.columns.size(); ++at) {
      OverzichtColumn& column = head_.columns[at];
      if (asked.key != column_letters(at + 1) && folded(asked.key) != folded(column.heading)) continue;
      ++found;
      column.kind = asked.kind;
      column.is_rekening = false;
      column.reason = asked.reason;
      if (asked.year) column.year = asked.year;
    }
    if (found == 0)
      asking_.ask(Rule::import_map, asked.place, say("the table has no column `{}`", asked.key),
                  say("name it by its letter or by its whole heading"));
  }
}

// Columns without a year take that of the only one there is: in a title above them, or as asked.
void HeadFinder::take_years() {
  head_.is_long = head_.column(ColumnKind::jaar).has_value();
  std::optional<Year> only;
  if (years_ && years_->size() == 1) only = years_->first;
  if (!head_.is_long) place_relative_years(head_.columns, years_);
  const auto has_year = [](const OverzichtColumn& column) { return is_amounts(column.kind) && column.year; };
  if (!only && std::none_of(head_.columns.begin(), head_.columns.end(), has_year)) only = year_above();
  for (std::size_t at = 0; at < head_.columns.size() && !head_.is_long; ++at) {
    OverzichtColumn& column = head_.columns[at];
    if (!is_amounts(column.kind) || column.year || column.kind == ColumnKind::opening) continue;
    column.year = only;
    if (column.year || is_empty_column(sheet_, below(), at)) continue;
    asking_.ask_in(0, Rule::import_kolom, column.place,
                   say("which year the amounts under `{}` are of is not said", column.heading),
                   say("say it with --years 2026, or write the year in the heading"));
    column.kind = ColumnKind::unknown;
    told_.insert(at);
  }
  asking_.finish();
}

std::optional<Year> HeadFinder::year_above() const {
  std::set<Year> found;
  for (std::size_t row = 0; row < head_.row; ++row)
    for (const SheetCell& cell : sheet_.row(row))
      if (const auto year = year_in(cell.text)) found.insert(*year);
  return found.size() == 1 ? std::optional<Year>(*found.begin()) : std::nullopt;
}

// A table without a heading over its names still has them in front.
void HeadFinder::find_names() {
  const std::size_t amounts = static_cast<std::size_t>(
      std::find_if(head_.columns.begin(), head_.columns.end(), [](const auto& c) { return is_amounts(c.kind); }) -
      head_.columns.begin());
  for (std::size_t at = 0; at < std::min(amounts, head_.columns.size()); ++at) {
    OverzichtColumn& column = head_.columns[at];
    if (column.kind != ColumnKind::none && column.kind != ColumnKind::unknown) continue;
    if (is_empty_column(sheet_, below(), at) || told_.contains(at)) continue;
    if (!head_.column(ColumnKind::nr) && column.heading.empty() && holds_codes(sheet_, below(), at))
      column.kind = ColumnKind::nr;
    else if (!head_.column(ColumnKind::naam)) column.kind = ColumnKind::naam;
  }
  // A code by itself is also what the row is called.
  for (std::size_t at = 0; at < head_.columns.size(); ++at) ask_unknown(at);
}

void HeadFinder::ask_unknown(std::size_t at) {
  OverzichtColumn& column = head_.columns[at];
  const bool is_filled = !is_empty_column(sheet_, below(), at);
  if (!is_filled || told_.contains(at)) return;
  if (column.kind == ColumnKind::unknown || (column.kind == ColumnKind::none && column.heading.empty()))
    asking_.ask(Rule::import_kolom, column.place.line == 0 ? Place{sheet_.file} : column.place,
                column.heading.empty()
                    ? say("what stands in column {} is not known: it has no heading", column_letters(at + 1))
                    : say("what stands under `{}` is not known", column.heading),
                say("write a year or what it is over it (nr, naam, kant, lasten 2026), or in the map under [kolom]: {} "
                    "= {{ soort = \"overslaan\", reden = \"…\" }}",
                    column_letters(at + 1)));
}

void HeadFinder::skip(OverzichtColumn& column, std::string reason) {
  column.kind = ColumnKind::skipped;
  column.reason = std::move(reason);
}

// Rekening columns are what was realised: left out unless the years that are asked have them and nothing else.
void HeadFinder::leave_out() {
  std::set<Year> budgeted;
  for (const OverzichtColumn& column : head_.columns)
    if (is_amounts(column.kind) && column.year && !column.is_rekening) budgeted.insert(*column.year);
  for (std::size_t at = 0; at < head_.columns.size(); ++at) {
    OverzichtColumn& column = head_.columns[at];
    if (is_amounts(column.kind) && is_empty_column(sheet_, below(), at)) skip(column, "leeg");
    if (!is_amounts(column.kind) || !column.year) continue;
    if (years_ && !years_->contains(*column.year)) skip(column, "buiten --years");
    else if (column.is_rekening && !budgeted.empty() && (!years_ || budgeted.contains(*column.year)))
      skip(column, "rekening");
  }
}

void HeadFinder::find_figures() {
  if (head_.is_long) return find_long_figures();
  leave_out();
  std::optional<Years> years;
  for (const OverzichtColumn& column : head_.columns)
    if (is_amounts(column.kind) && column.year && column.kind != ColumnKind::opening)
      years = years ? Years{std::min(years->first, *column.year), std::max(years->last, *column.year)}
                    : Years{*column.year, *column.year};
  head_.years = years;
  std::set<std::pair<ColumnKind, Year>> known;
  for (std::size_t at = 0; at < head_.columns.size(); ++at) {
    const OverzichtColumn& column = head_.columns[at];
    if (!is_amounts(column.kind) || !years) continue;
    const Year year = column.year.value_or(years->first);
    if (known.insert({column.kind, year}).second) head_.figures.push_back({column.kind, year, at});
    else
      asking_.ask(Rule::import_kolom, column.place,
                  say("`{}` is a second column of the same year and side", column.heading),
                  say("leave one out in the map, under [kolom]: {} = {{ soort = \"overslaan\", reden = \"…\" }}",
                      column_letters(at + 1)));
  }
  if (years && years->size() > 100)
    asking_.ask(Rule::import_kolom, {sheet_.file}, say("the years run from {} to {}", years->first, years->last),
                say("say which are meant with --years"));
}

void HeadFinder::find_long_figures() {
  const std::size_t jaar = *head_.column(ColumnKind::jaar);
  std::set<Year> years;
  for (std::size_t row = below(); row < sheet_.rows(); ++row)
    if (jaar < sheet_.row(row).size())
      if (const auto year = year_in(sheet_.row(row)[jaar].text); year && (!years_ || years_->contains(*year)))
        years.insert(*year);
  if (years.empty()) return;
  head_.years = Years{*years.begin(), *years.rbegin()};
  for (const Year year : years)
    for (std::size_t at = 0; at < head_.columns.size(); ++at)
      if (is_amounts(head_.columns[at].kind)) head_.figures.push_back({head_.columns[at].kind, year, at});
}

}  // namespace

void OverzichtHead::settle() {
  for (std::size_t kind = 0; kind < first_of_.size(); ++kind)
    first_of_[kind] = column(static_cast<ColumnKind>(kind)).value_or(columns.size());
  settled_ = true;
}

std::optional<std::size_t> OverzichtHead::column(ColumnKind kind) const {
  if (settled_) {
    const std::size_t at = first_of_[static_cast<std::size_t>(kind)];
    return at < columns.size() ? std::optional(at) : std::nullopt;
  }
  const auto found =
      std::find_if(columns.begin(), columns.end(), [kind](const OverzichtColumn& one) { return one.kind == kind; });
  if (found == columns.end()) return std::nullopt;
  return static_cast<std::size_t>(found - columns.begin());
}

ColumnKind kind_of_amounts(std::string_view text) {
  const std::string seen = folded(text);
  for (const HeadingWord& word : amount_words) {
    const std::size_t at = seen.find(word.word);
    if (at == seen.npos) continue;
    // 1-1 of 2021-12 is none.
    const bool in_digits = is_digit(word.word.front()) && at > 0 && is_digit(seen[at - 1]);
    if (!in_digits) return word.kind;
  }
  return ColumnKind::unknown;
}

PrintedSide side_in(std::string_view text) {
  const std::string seen = folded(text);
  if (seen == "b") return PrintedSide::baten;
  if (seen == "l") return PrintedSide::lasten;
  const ColumnKind kind = kind_of_amounts(text);
  return kind == ColumnKind::lasten  ? PrintedSide::lasten
         : kind == ColumnKind::baten ? PrintedSide::baten
                                     : PrintedSide::unknown;
}

std::optional<Year> year_in(std::string_view text) {
  if (text.size() < 4 || text.size() > 100) return std::nullopt;
  std::optional<Year> found;
  for (std::size_t at = 0; at < text.size();) {
    if (!is_digit(text[at])) {
      ++at;
      continue;
    }
    std::size_t end = at;
    while (end < text.size() && is_digit(text[end])) ++end;
    const std::string_view digits = text.substr(at, end - at);
    const std::optional<Year> year = read_year(digits);
    if (digits.size() > 4 || (digits.size() == 3)) return std::nullopt;
    if (year && *year >= Year{1900} && *year <= Year{2199}) {
      if (found && *found != *year) return std::nullopt;
      found = year;
    }
    at = end;
  }
  return found;
}

std::optional<OverzichtHead> find_head(const Sheet& sheet, const HeadAsked& asked, std::optional<Years> years,
                                       Findings& findings) {
  return HeadFinder(sheet, asked, years, findings).find();
}

}  // namespace saldo
