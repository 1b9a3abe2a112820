#include "intake/overzicht/overzicht.h"

#include <algorithm>
#include <iterator>

#include "base/say.h"
#include "intake/overzicht/asking.h"
#include "intake/overzicht/reserves.h"
#include "intake/overzicht/rows.h"
#include "intake/overzicht/signs.h"
#include "intake/overzicht/tree.h"
#include "intake/overzicht/words.h"

namespace saldo {

namespace {

// Posts without a side take it of the first total below them that says one.
void take_sides_from_below(Overzicht& overzicht) {
  if (!overzicht.head.column(ColumnKind::bedrag) || overzicht.head.column(ColumnKind::kant)) return;
  PrintedSide below = PrintedSide::unknown;
  for (std::size_t at = overzicht.rows.size(); at-- > overzicht.head.row;) {
    PrintedRow& row = overzicht.rows[at];
    const bool is_called_total = total_word(row.naam).fate != PrintedFate::post;
    if (is_called_total && row.has_amounts) {
      const bool both =
          row.naam.find("baten en lasten") != row.naam.npos || total_word(row.naam).fate == PrintedFate::saldo;
      below = both ? PrintedSide::unknown : side_in(row.naam);
      continue;
    }
    if (!row.has_amounts) {
      if (side_in(row.naam) != PrintedSide::unknown && row.nr.empty()) below = PrintedSide::unknown;
      continue;
    }
    if (row.side == PrintedSide::unknown) row.side = below;
  }
}

// And those below a heading Lasten or Baten that of the heading.
void take_sides_from_above(Overzicht& overzicht) {
  if (!overzicht.head.column(ColumnKind::bedrag)) return;
  PrintedSide above = PrintedSide::unknown;
  for (PrintedRow& row : overzicht.rows) {
    if (!row.has_amounts && row.nr.empty() && !row.naam.empty()) {
      const PrintedSide says = side_in(row.naam);
      if (says != PrintedSide::unknown) above = says;
      continue;
    }
    if (!row.nr.empty() && !row.has_amounts) above = PrintedSide::unknown;
    if (row.has_amounts && row.side == PrintedSide::unknown && total_word(row.naam).fate == PrintedFate::post)
      row.side = above;
  }
}

void ask_sides(const Sheet& sheet, const OverzichtAsked& asked, Overzicht& overzicht, Asking& asking) {
  if (!overzicht.head.column(ColumnKind::bedrag)) return;
  for (std::size_t at = 0; at < overzicht.rows.size(); ++at) {
    PrintedRow& row = overzicht.rows[at];
    if (row.side != PrintedSide::unknown || !row.has_amounts || row.has_letters) continue;
    row.side = asked.bare;
    if (row.side != PrintedSide::unknown || total_word(row.naam.empty() ? row.nr : row.naam).fate != PrintedFate::post)
      continue;
    asking.ask_in(
        1, Rule::import_dubbelzinnig, sheet.place(sheet.row(at).front()),
        say("nothing says whether the amounts of `{}` are lasten or baten", row.naam.empty() ? row.nr : row.naam),
        say("say it with --signs lasten-positief or --signs baten-positief, or write it over the column, in a "
            "column kant, or in a heading above the rows"));
  }
}

void tell_totals(const Sheet& sheet, const Overzicht& overzicht, Asking& asking) {
  for (const PrintedTotal& total : overzicht.totals) {
    if (total.fits) continue;
    const PrintedRow& row = overzicht.rows[total.row];
    const std::size_t column = overzicht.head.figures[total.figure].column;
    asking.ask_in(
        column, Rule::import_totaal, sheet.place(sheet.row(total.row)[column]),
        say("`{}` is printed as {}, and its rows come to {}: a difference of {}", row.naam.empty() ? row.nr : row.naam,
            total.printed, total.computed, total.printed - total.computed),
        say("it is kept as a controle, and `saldo check` tells it until one of the two is mended"));
  }
}

constexpr std::size_t most_figures = 32'000'000;

bool is_error(const Diagnostic& finding) { return finding.severity == Severity::error; }

class OverzichtReader {
 public:
  OverzichtReader(const Sheet& sheet, const OverzichtAsked& asked, Findings& findings)
      : sheet_(sheet), asked_(asked), findings_(findings), asking_(findings) {}

  Overzicht read() {
    overzicht_.rows.resize(sheet_.rows());
    for (std::size_t at = 0; at < sheet_.rows(); ++at) overzicht_.rows[at].line = sheet_.row(at).front().line;
    std::optional<OverzichtHead> head = find_head(sheet_, asked_.columns, asked_.years, findings_);
    if (!head || head->figures.empty()) {
      if (head && !std::any_of(findings_.begin(), findings_.end(), is_error))
        asking_.ask(Rule::import_kolom, {sheet_.file}, say("no column has amounts of a year"),
                    say("write over each column of amounts what it is: lasten 2026"));
      for (PrintedRow& row : overzicht_.rows) row.fate = PrintedFate::ongelezen;
      return std::move(overzicht_);
    }
    overzicht_.head = std::move(*head);
    if (is_too_wide()) return std::move(overzicht_);
    find_unit(sheet_, asked_.unit, overzicht_, asking_);
    RowReader(sheet_, asked_, overzicht_, asking_).read();
    find_asked_rows();
    take_sides_from_above(overzicht_);
    take_sides_from_below(overzicht_);
    ask_sides(sheet_, asked_, overzicht_, asking_);
    settle_signs(sheet_, asked_.teken, overzicht_, asking_);
    if (!read_reserves(overzicht_)) {
      leave_out_mutaties(sheet_, overzicht_, asking_);
      TreeBuilder(sheet_, asked_.joins, overzicht_, asking_).build();
    }
    tell_totals(sheet_, overzicht_, asking_);
    asking_.finish();
    return std::move(overzicht_);
  }

 private:
  // Rows that are as wide as their headings are never that many.
  bool is_too_wide() {
    if (overzicht_.head.figures.size() * sheet_.rows() <= most_figures) return false;
    asking_.ask(Rule::import_bestand, {sheet_.file}, say("more than {} cells", most_figures),
                say("say which part is meant with --range or --years"));
    overzicht_.head.figures.clear();
    for (PrintedRow& row : overzicht_.rows) row.fate = PrintedFate::ongelezen;
    return true;
  }

  // Each line of the map is about a row that is there.
  void find_asked_rows() {
    for (const OverzichtAsked::Row& asked : asked_.rows) {
      bool found = false;
      for (std::size_t at = 0; at < sheet_.rows() && !found; ++at) found = overzicht_.rows[at].line == asked.line;
      if (!found)
        asking_.ask(Rule::import_map, asked.place, say("the table has no row {}", std::to_string(asked.line)),
                    say("rows are numbered as the lines of the csv or the rows of the sheet"));
    }
  }

  const Sheet& sheet_;
  const OverzichtAsked& asked_;
  Findings& findings_;
  Asking asking_;
  Overzicht overzicht_;
};

std::size_t totals_that_fit(const Overzicht& overzicht) {
  return static_cast<std::size_t>(
             std::count_if(overzicht.totals.begin(), overzicht.totals.end(),
                           [](const auto& total) { return total.fits && total.printed != Money(); })) +
         std::max({overzicht.signs.baten_less_lasten, overzicht.signs.lasten_less_baten, overzicht.signs.sum});
}

bool has_errors_in(const Findings& findings) { return std::any_of(findings.begin(), findings.end(), is_error); }

}  // namespace

Overzicht read_overzicht(const Sheet& sheet, const OverzichtAsked& asked, Findings& findings) {
  Findings found;
  Overzicht overzicht = OverzichtReader(sheet, asked, found).read();
  const bool open = std::any_of(found.begin(), found.end(), [](const Diagnostic& finding) {
    return finding.rule == Rule::import_dubbelzinnig &&
           finding.message.pattern.find("nothing says which") != std::string_view::npos;
  });
  if (open && !asked.getal) {
    // The totals decide, where they fit one reading better.
    std::array<OverzichtAsked, 2> as{asked, asked};
    as[0].getal = Getal::nl;
    as[1].getal = Getal::punt;
    std::array<Findings, 2> of_each;
    std::array<Overzicht, 2> read{OverzichtReader(sheet, as[0], of_each[0]).read(),
                                  OverzichtReader(sheet, as[1], of_each[1]).read()};
    const std::size_t fit[] = {totals_that_fit(read[0]), totals_that_fit(read[1])};
    const std::size_t best = fit[1] > fit[0] ? 1 : 0;
    if (fit[0] != fit[1] && !has_errors_in(of_each[best])) {
      overzicht = std::move(read[best]);
      overzicht.getal_by_totals = true;
      found = std::move(of_each[best]);
    }
  }
  std::move(found.begin(), found.end(), std::back_inserter(findings));
  return overzicht;
}

}  // namespace saldo
