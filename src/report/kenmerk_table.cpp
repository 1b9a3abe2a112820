#include "report/kenmerk_table.h"

#include "base/say.h"
#include "report/figures.h"

namespace saldo {

namespace {

void add_year(Row& row, Amount baten, Amount lasten) {
  for (const Amount amount : {baten, lasten, baten + -lasten}) row.cells.emplace_back(amount);
}

}  // namespace

Table report_kenmerk(const Plan& plan, const std::vector<KenmerkSums>& sums, const Balance& total,
                     std::string_view sleutel, const BudgetTableOptions& options) {
  const Years years = options.years;
  Table table{"kenmerken", plan.naam, {}, {}};
  table.columns = {{"waarde", Dutch("{}", sleutel), ColumnType::text}};
  for (std::size_t y = 0; y < years.size(); ++y) {
    const std::string year = word(years.at(y));
    table.columns.push_back({year + ".baten", Dutch("Baten"), ColumnType::amount, year});
    table.columns.push_back({year + ".lasten", Dutch("Lasten"), ColumnType::amount, year});
    table.columns.push_back({year + ".saldo", Dutch("Saldo"), ColumnType::amount, year});
  }
  const std::size_t first = plan.years.index(years.first);
  for (const KenmerkSums& of : sums) {
    Row row{RowKind::item, 0, {of.waarde.empty() ? Cell(Dutch("zonder {}", sleutel)) : Cell(of.waarde)}};
    for (std::size_t y = first; y < first + years.size(); ++y) add_year(row, of.years[y].baten, of.years[y].lasten);
    table.rows.push_back(std::move(row));
  }
  Row row{RowKind::total, 0, {Dutch("Totaal")}};
  for (std::size_t y = first; y < first + years.size(); ++y) add_year(row, total.years[y].baten, total.years[y].lasten);
  table.rows.push_back(std::move(row));
  choose_columns(table, options.kolommen);
  return table;
}

}  // namespace saldo
