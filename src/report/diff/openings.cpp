#include "report/diff/tables.h"
#include "report/figures.h"

namespace saldo {

// opening-vorig: what was closed is what the next plan begins with.
Table report_opening_breaks(const PlanDiff& diff, Year closed) {
  Table table{"opening_vorig", Dutch("Openingen die niet zijn waar {} mee is afgesloten", closed), {}, {}};
  table.columns = {{"nr", Dutch("Nr"), ColumnType::text},
                   {"naam", Dutch("Project"), ColumnType::text},
                   {"eindsaldo", Dutch("Eindsaldo {}", closed)},
                   {"opening", Dutch("Opening {}", closed + 1)},
                   {"verschil", Dutch("Verschil")}};
  table.when_empty = Dutch("Elke opening is waar {} mee is afgesloten.", closed);
  for (const OpeningBreak& found : find_opening_breaks(diff.two, closed)) {
    const Project& project =
        *find_project(found.pair.nieuw ? diff.two.nieuw : diff.two.oud, found.pair, !found.pair.nieuw);
    table.rows.push_back({RowKind::item,
                          0,
                          {project.nr, project.naam, Amount(found.eindsaldo), Amount(found.opening),
                           Amount(found.opening - found.eindsaldo)},
                          true});
  }
  return table;
}

}  // namespace saldo
