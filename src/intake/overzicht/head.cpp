#include "intake/overzicht/head.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace saldo {

namespace {

struct HeadingWord {
  std::string_view word;  // as folded() gives it
  ColumnKind kind;
};

// The first that a heading holds decides: eindsaldo is before saldo.
constexpr HeadingWord amount_words[] = {
    {"eindsaldo", ColumnKind::eindsaldo}, {"eindstand", ColumnKind::eindsaldo}, {"31-12", ColumnKind::eindsaldo},
    {"saldo", ColumnKind::saldo},         {"resultaat", ColumnKind::saldo},     {"lasten", ColumnKind::lasten},
    {"uitgaven", ColumnKind::lasten},     {"baten", ColumnKind::baten},         {"inkomsten", ColumnKind::baten},
};

constexpr HeadingWord label_words[] = {
    {"nr", ColumnKind::nr},        {"nummer", ColumnKind::nr},         {"code", ColumnKind::nr},
    {"naam", ColumnKind::naam},    {"omschrijving", ColumnKind::naam}, {"post", ColumnKind::naam},
    {"project", ColumnKind::naam}, {"programma", ColumnKind::naam},    {"programmalijn", ColumnKind::naam},
    {"kant", ColumnKind::kant},    {"baten/lasten", ColumnKind::kant}, {"lasten/baten", ColumnKind::kant},
};

bool is_blank_cell(std::string_view text) { return text.find_first_not_of(' ') == text.npos; }

// Digits that are no year are an amount, so the row is no heading.
bool is_heading_text(std::string_view text) {
  return year_in(text) || std::none_of(text.begin(), text.end(), is_digit) || text.find("31-12") != text.npos;
}

bool is_head_row(std::span<const SheetCell> row) {
  bool tells = false;
  for (std::size_t at = 0; at < row.size(); ++at) {
    const std::string_view text = row[at].text;
    if (!is_heading_text(text)) return false;
    tells = tells || (at > 0 && (year_in(text) || kind_of_amounts(text) != ColumnKind::unknown));
  }
  return tells;
}

bool has_years(std::span<const SheetCell> row) {
  return std::any_of(row.begin(), row.end(), [](const SheetCell& cell) { return year_in(cell.text).has_value(); });
}

// Of the row above, a text goes on over the blank cells behind it.
std::vector<std::string> headings_of(const Sheet& sheet, std::size_t first, std::size_t rows) {
  std::vector<std::string> headings(sheet.row(first).size());
  std::string over;
  for (std::size_t at = 0; at < headings.size(); ++at) {
    const std::string_view text = sheet.row(first)[at].text;
    if (!is_blank_cell(text)) over = text;
    const bool is_over = rows > 1 && (year_in(over) || kind_of_amounts(over) != ColumnKind::unknown);
    headings[at] = is_over ? over : std::string(text);
    if (rows < 2 || at >= sheet.row(first + 1).size()) continue;
    const std::string_view below = sheet.row(first + 1)[at].text;
    if (is_blank_cell(below)) continue;
    headings[at] += (is_blank_cell(headings[at]) ? "" : " ") + std::string(below);
  }
  return headings;
}

OverzichtColumn column_of(const std::string& heading) {
  OverzichtColumn column;
  column.heading = heading;
  column.year = year_in(heading);
  const std::string seen = folded(heading);
  for (const HeadingWord& word : label_words)
    if (!column.year && seen == word.word) column.kind = word.kind;
  if (column.kind != ColumnKind::unknown || !column.year) return column;
  column.kind = kind_of_amounts(heading);
  if (column.kind == ColumnKind::unknown) column.kind = ColumnKind::bedrag;
  return column;
}

// A table without a heading over its names still has them in front.
void name_first_column(std::vector<OverzichtColumn>& columns) {
  const auto is_naam = [](const OverzichtColumn& column) { return column.kind == ColumnKind::naam; };
  if (std::any_of(columns.begin(), columns.end(), is_naam)) return;
  for (OverzichtColumn& column : columns) {
    if (column.has_amounts()) return;
    if (column.kind != ColumnKind::unknown) continue;
    column.kind = ColumnKind::naam;
    return;
  }
}

}  // namespace

ColumnKind kind_of_amounts(std::string_view text) {
  const std::string seen = folded(text);
  for (const HeadingWord& word : amount_words)
    if (seen.find(word.word) != seen.npos) return word.kind;
  return ColumnKind::unknown;
}

std::optional<Year> year_in(std::string_view text) {
  std::optional<Year> found;
  for (std::size_t at = 0; at < text.size();) {
    if (!is_digit(text[at])) {
      ++at;
      continue;
    }
    std::size_t end = at;
    while (end < text.size() && is_digit(text[end])) ++end;
    const std::optional<Year> year = read_year(text.substr(at, end - at));
    if (!year || *year < Year{1900} || *year > Year{2199}) {
      if (text.substr(at, 2) != "31" && text.substr(at, 2) != "12") return std::nullopt;
    } else if (found) {
      return std::nullopt;
    } else {
      found = year;
    }
    at = end;
  }
  return found;
}

std::optional<OverzichtHead> find_head(const Sheet& sheet) {
  for (std::size_t row = 0; row < sheet.rows(); ++row) {
    if (!is_head_row(sheet.row(row))) continue;
    OverzichtHead head;
    head.row = row;
    const bool completes = row + 1 < sheet.rows() && is_head_row(sheet.row(row + 1)) &&
                           has_years(sheet.row(row)) != has_years(sheet.row(row + 1));
    head.rows = completes ? 2 : 1;
    for (const std::string& heading : headings_of(sheet, row, head.rows)) head.columns.push_back(column_of(heading));
    name_first_column(head.columns);
    const auto has_amounts = [](const OverzichtColumn& column) { return column.has_amounts(); };
    if (std::any_of(head.columns.begin(), head.columns.end(), has_amounts)) return head;
  }
  return std::nullopt;
}

}  // namespace saldo
