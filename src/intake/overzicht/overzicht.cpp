#include "intake/overzicht/overzicht.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "base/say.h"
#include "base/text.h"
#include "intake/overzicht/cell_amounts.h"
#include "intake/overzicht/printed_totals.h"

namespace saldo {

namespace {

bool is_blank_text(std::string_view text) { return text.find_first_not_of(' ') == text.npos; }

class OverzichtReader {
 public:
  OverzichtReader(const Sheet& sheet, const OverzichtAsked& asked) : sheet_(sheet), asked_(asked) {}

  Overzicht read() {
    overzicht_.rows.resize(sheet_.rows());
    find_unit();
    const std::optional<OverzichtHead> head = find_head(sheet_);
    if (!head) {
      ask({sheet_.file}, say("no row has headings with a year"), say("write a year over each column of amounts"));
      for (OverzichtRow& row : overzicht_.rows) row.fate = RowFate::unread;
      return std::move(overzicht_);
    }
    overzicht_.head = *head;
    ask_unknown_columns();
    const CellAmounts amounts(sheet_, *head, asked_);
    for (std::size_t row = head->row; row < head->row + head->rows; ++row) overzicht_.rows[row].fate = RowFate::kop;
    for (std::size_t row = head->row + head->rows; row < sheet_.rows(); ++row) read_row(row, amounts);
    find_parents();
    add_up_totals(overzicht_);
    return std::move(overzicht_);
  }

 private:
  void ask(Place place, Message message, Message help) {
    overzicht_.questions.push_back({place, std::move(message), std::move(help)});
  }

  // Two that differ leave it open.
  void find_unit() {
    std::optional<Money> found = asked_.unit;
    for (std::size_t row = 0; row < sheet_.rows() && !asked_.unit; ++row)
      for (const SheetCell& cell : sheet_.row(row)) {
        const std::optional<Money> unit = unit_in(cell.text);
        if (unit && found && *unit != *found)
          ask(sheet_.place(cell), say("`{}` is another unit than stands above it", cell.text),
              say("one table has one unit"));
        if (unit && !found) found = unit;
      }
    overzicht_.unit = found.value_or(one_euro);
  }

  void ask_unknown_columns() {
    const std::span<const SheetCell> row = sheet_.row(overzicht_.head.row);
    for (std::size_t at = 0; at < row.size(); ++at) {
      const OverzichtColumn& column = overzicht_.head.columns[at];
      if (column.kind == ColumnKind::unknown && !is_blank_text(column.heading))
        ask(sheet_.place(row[at]), say("what stands under `{}` is not known", column.heading),
            say("write a year or what it is over it: nr, naam, kant, lasten 2026"));
    }
  }

  std::string_view text_of(std::size_t row, ColumnKind kind) const {
    for (std::size_t at = 0; at < std::min(overzicht_.head.columns.size(), sheet_.row(row).size()); ++at)
      if (overzicht_.head.columns[at].kind == kind && !is_blank_text(sheet_.row(row)[at].text))
        return sheet_.row(row)[at].text;
    return {};
  }

  bool has_amounts(std::size_t row) const {
    for (std::size_t at = 0; at < std::min(overzicht_.head.columns.size(), sheet_.row(row).size()); ++at)
      if (overzicht_.head.columns[at].has_amounts() && !is_blank_text(sheet_.row(row)[at].text)) return true;
    return false;
  }

  bool repeats_head(std::size_t row) const {
    const std::span<const SheetCell> head = sheet_.row(overzicht_.head.row);
    return std::equal(head.begin(), head.end(), sheet_.row(row).begin(), sheet_.row(row).end(),
                      [](const SheetCell& a, const SheetCell& b) { return a.text == b.text; });
  }

  void read_row(std::size_t at, const CellAmounts& amounts) {
    OverzichtRow& row = overzicht_.rows[at];
    row.nr = text_of(at, ColumnKind::nr);
    row.naam = text_of(at, ColumnKind::naam);
    if (repeats_head(at)) {
      row.fate = RowFate::kop;
      return;
    }
    if (!has_amounts(at)) return read_heading(row);
    row.fate = fate_of_amounts(row);
    row.amounts = amounts.read_row(sheet_, at, overzicht_);
    row.side = kind_of_amounts(text_of(at, ColumnKind::kant));
    if (row.side == ColumnKind::unknown && row.fate != RowFate::post) row.side = kind_of_amounts(row.naam);
    if (row.side == ColumnKind::unknown && row.fate == RowFate::post) row.side = side_;
    if (row.fate == RowFate::unread)
      ask(sheet_.place(sheet_.row(at).front()), say("this row has amounts and no name"),
          say("write in front of them what they are"));
  }

  void read_heading(OverzichtRow& row) {
    const ColumnKind says = kind_of_amounts(row.naam);
    if (!row.nr.empty()) {
      row.fate = row.nr.find('.') == row.nr.npos ? RowFate::programmalijn : RowFate::project;
      side_ = ColumnKind::unknown;
    } else if (says == ColumnKind::lasten || says == ColumnKind::baten) {
      row.fate = RowFate::kop;
      side_ = says;
    }
  }

  RowFate fate_of_amounts(const OverzichtRow& row) const {
    const std::string seen = folded(row.naam.empty() ? row.nr : row.naam);
    if (seen.empty()) return RowFate::unread;
    if (seen.starts_with("subtotaal")) return RowFate::subtotaal;
    if (seen.starts_with("totaal") || seen.starts_with("eindtotaal")) return RowFate::totaal;
    if (seen.starts_with("saldo") || seen.starts_with("resultaat")) return RowFate::saldo;
    return RowFate::post;
  }

  // A row of which the next number is a part, 3 above 3.1, is the total of its parts.
  void find_parents() {
    std::string_view below;
    for (std::size_t at = overzicht_.rows.size(); at-- > 0;) {
      OverzichtRow& row = overzicht_.rows[at];
      if (row.nr.empty()) continue;
      const bool is_above = below.size() > row.nr.size() && below.starts_with(row.nr) && below[row.nr.size()] == '.';
      if (is_above && row.fate == RowFate::post) row.fate = RowFate::subtotaal;
      below = row.nr;
    }
  }

  const Sheet& sheet_;
  const OverzichtAsked& asked_;
  Overzicht overzicht_;
  ColumnKind side_ = ColumnKind::unknown;  // of the heading above
};

}  // namespace

std::string_view to_text(RowFate fate) {
  constexpr std::array<std::string_view, row_fates> words = {
      "post", "project", "programmalijn", "kop", "subtotaal", "totaal", "saldo", "toelichting", "ongelezen"};
  return words[static_cast<std::size_t>(fate)];
}

std::optional<Money> unit_in(std::string_view text) {
  const std::string seen = folded(text);
  // "Inzet 1000 uur" is a post, and no unit.
  constexpr std::string_view begins[] = {"bedragen",  "x1",  "x€",    "xeur", "induizend",
                                         "inmiljoen", "in€", "ineur", "(x",   "€x"};
  const bool tells = std::any_of(std::begin(begins), std::end(begins),
                                 [&](std::string_view begin) { return seen.starts_with(begin); });
  if (!tells) return std::nullopt;
  for (const std::string_view word : {"miljoen", "mln", "1.000.000", "1000000"})
    if (seen.find(word) != seen.npos) return written_units[2];
  for (const std::string_view word : {"duizend", "1.000", "1000"})
    if (seen.find(word) != seen.npos) return written_units[1];
  return std::nullopt;
}

Overzicht read_overzicht(const Sheet& sheet, const OverzichtAsked& asked) {
  return OverzichtReader(sheet, asked).read();
}

}  // namespace saldo
