#include "report/doel/changed_doelen.h"

#include "base/say.h"
#include "report/doel/doel_words.h"
#include "report/figures.h"

namespace saldo {

namespace {

std::string_view words_of(DoelveranderingSoort soort) {
  switch (soort) {
    case DoelveranderingSoort::doel_verdwenen: return "doel verdwenen";
    case DoelveranderingSoort::streef_verdwenen: return "streven verdwenen";
    case DoelveranderingSoort::streef_lager: return "streven lager";
    case DoelveranderingSoort::streef_andere_maat: return "streven lager, andere maat";
    case DoelveranderingSoort::feit_onder_streef: return "feit onder het streven";
    case DoelveranderingSoort::doel_hernummerd: return "doel hernummerd";
    case DoelveranderingSoort::nummer_hergebruikt: return "nummer hergebruikt";
  }
  return "";
}

Cell target_cell(const Streef* streef) {
  if (streef == nullptr) return Blank();
  const std::string when = when_words(*streef);
  return streef_words(*streef) + (when.empty() ? "" : ", " + when);
}

Cell fact_cell(const Feit& feit) {
  return in_figures(feit.waarde.getal) + (feit.maat.is_percentage() ? "% " : " ") + feit.wat;
}

void add_doel(Row& row, const Plan& plan, std::optional<std::uint32_t> at, Cell asked) {
  if (at) {
    row.cells.push_back(or_blank(plan.doelen[*at].nr));
    row.cells.push_back(plan.doelen[*at].naam);
  } else {
    row.cells.insert(row.cells.end(), 2, Blank());
  }
  row.cells.push_back(std::move(asked));
}

}  // namespace

Table report_changed_doelen(const Plan& oud, const Plan& nieuw, const std::vector<Doelverandering>& found) {
  Table table{"doelen", Dutch("Wat er van de doelen is geworden"), {}, {}};
  table.columns = {{"wat", Dutch("Wat"), ColumnType::text},
                   {"oud.nr", Dutch("Nr"), ColumnType::text, Dutch("Was")},
                   {"oud.naam", Dutch("Doel"), ColumnType::text, Dutch("Was")},
                   {"oud.streven", Dutch("Streven"), ColumnType::text, Dutch("Was")},
                   {"nieuw.nr", Dutch("Nr"), ColumnType::text, Dutch("Is")},
                   {"nieuw.naam", Dutch("Doel"), ColumnType::text, Dutch("Is")},
                   {"nieuw.streven", Dutch("Streven"), ColumnType::text, Dutch("Is")}};
  table.when_empty = oud.doelen.empty() && nieuw.doelen.empty()
                         ? Dutch("Deze plannen hebben geen doelen.")
                         : Dutch("Geen doel is verdwenen of hernummerd, en geen streven is lager.");
  for (const Doelverandering& one : found) {
    Row row{RowKind::item, 0, {std::string(words_of(one.soort))}, false};
    add_doel(row, oud, one.oud, target_cell(one.was));
    add_doel(row, nieuw, one.nieuw, one.feit != nullptr ? fact_cell(*one.feit) : target_cell(one.is));
    table.rows.push_back(std::move(row));
  }
  return table;
}

}  // namespace saldo
