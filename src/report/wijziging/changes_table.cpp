#include "report/wijziging/changes_table.h"

#include <algorithm>

#include "base/say.h"
#include "report/figures.h"

namespace saldo {

namespace {

const Dutch& show(Neutraal neutraal) {
  static const Dutch words[] = {Dutch("ja"), Dutch("samen"), Dutch("nee")};
  return words[static_cast<std::size_t>(neutraal)];
}

void add_columns(const Plan& plan, bool opening, Table& table) {
  table.columns = {{"soort", Dutch("Soort"), ColumnType::text, {}, ColumnUse::machines},
                   {"nr", Dutch("Nr"), ColumnType::text},
                   {"datum", Dutch("Datum"), ColumnType::text},
                   {"naam", Dutch("Wijziging"), ColumnType::text},
                   {"besluit", Dutch("Besluit"), ColumnType::text, {}, ColumnUse::machines},
                   {"neutraal", Dutch("Neutraal"), ColumnType::text},
                   {"opening", Dutch("Eindsaldo"), ColumnType::amount, word(plan.years.first - 1),
                    opening ? ColumnUse::everywhere : ColumnUse::machines}};
  for (std::size_t y = 0; y < plan.years.size(); ++y) {
    const std::string year = word(plan.years.at(y));
    table.columns.push_back({year + ".baten", Dutch("Baten"), ColumnType::amount, year});
    table.columns.push_back({year + ".lasten", Dutch("Lasten"), ColumnType::amount, year});
    table.columns.push_back({year + ".saldo", Dutch("Saldo"), ColumnType::amount, year});
    if (plan.has_soorten())
      table.columns.push_back({year + ".resultaat", Dutch("Resultaat"), ColumnType::amount, year});
    if (plan.investeringsbudget)
      table.columns.push_back({year + ".investeringsbudget", Dutch("RIB"), ColumnType::amount, year});
  }
}

void add_row(const Plan& plan, bool soorten, const ChangeRow& change, RowKind kind, Table& table) {
  const Effect& effect = change.effect;
  Row row{kind,
          0,
          {or_blank(change.soort), or_blank(change.nr), or_blank(change.datum), or_blank(change.naam),
           or_blank(change.besluit), show(effect.neutraal), Amount(effect.opening)}};
  for (const EffectYear& year : effect.years) {
    for (const Money money : {year.baten, year.lasten, year.saldo}) row.cells.emplace_back(Amount(money));
    if (soorten) row.cells.emplace_back(Amount(year.resultaat));
    if (plan.investeringsbudget) row.cells.emplace_back(Amount(year.investeringsbudget));
  }
  table.rows.push_back(std::move(row));
}

// The columns have only what all projects have together, in which a budget that moves from one to another is nothing.
void note_openings(const ChangeRow& change, Table& table) {
  std::string moved;
  for (const ProjectOpening& opening : change.effect.openings)
    moved += (moved.empty() ? "" : ", ") + opening.project + (opening.verschil < Money() ? " -" : " +") +
             word(opening.verschil.size());
  if (!moved.empty())
    table.footnotes.push_back(Dutch("{} verandert waar projecten mee beginnen (in euro's): {}.",
                                    change.nr.empty() ? change.naam : change.soort + " " + change.nr, moved));
}

}  // namespace

Table report_changes(const Plan& plan, const std::vector<ChangeRow>& rows, const Effect& together) {
  Table table{"wijzigingen", Dutch("Wat de wijzigingen doen"), {}, {}};
  const bool opening = together.opening != Money() || std::any_of(rows.begin(), rows.end(), [](const ChangeRow& row) {
                         return row.effect.opening != Money();
                       });
  add_columns(plan, opening, table);
  const bool soorten = plan.has_soorten();
  for (const ChangeRow& row : rows) add_row(plan, soorten, row, RowKind::item, table);
  add_row(plan, soorten, {"", "", "", Dutch("Totaal"), "", together}, RowKind::total, table);
  for (const ChangeRow& row : rows)
    if (!row.besluit.empty()) table.footnotes.push_back(Dutch("Besluit bij {}: {}.", row.nr, row.besluit));
  for (const ChangeRow& row : rows) note_openings(row, table);
  if (rows.empty()) table.footnotes.push_back(Dutch("Dit plan heeft geen begrotingswijzigingen."));
  else
    table.footnotes.push_back(
        soorten ? Dutch("Neutraal: ja, elk jaar blijft het resultaat gelijk; samen, over de jaren bij elkaar; of nee.")
                : Dutch("Neutraal: ja, elk jaar blijft het saldo gelijk; samen, over de jaren bij elkaar; of nee."));
  if (plan.investeringsbudget)
    table.footnotes.push_back(Dutch("RIB: de stand van het investeringsbudget op 31 december."));
  return table;
}

}  // namespace saldo
