#include "report/doel/doelgeld_table.h"

#include <algorithm>

#include "base/say.h"
#include "report/figures.h"

namespace saldo {

namespace {

bool has_amounts(const Doelgeld& money) {
  return std::any_of(money.begin(), money.end(),
                     [](const DoelgeldYear& year) { return !year.baten.is_absent() || !year.lasten.is_absent(); });
}

bool has_doubles(const Doelgeld& money) {
  return std::any_of(money.begin(), money.end(),
                     [](const DoelgeldYear& year) { return year.dubbel_lasten != Money(); });
}

Cell double_cell(Money dubbel) { return dubbel == Money() ? Cell(Blank()) : Cell(Amount(dubbel)); }

}  // namespace

void add_money_columns(Table& table, Years years) {
  for (std::size_t y = 0; y < years.size(); ++y) {
    const std::string year = word(years.at(y));
    const auto add = [&](const char* key, const Dutch& label, ColumnUse use) {
      table.columns.push_back({year + "." + key, label, ColumnType::amount, year, use});
    };
    add("baten", Dutch("Baten"), ColumnUse::machines);
    add("lasten", Dutch("Bruto lasten"), ColumnUse::everywhere);
    add("dubbel_lasten", Dutch("Dubbel"), ColumnUse::everywhere);
    add("netto_lasten", Dutch("Netto"), ColumnUse::everywhere);
  }
}

void add_money_cells(Row& row, const Plan& plan, const Doelgeld& money, Years years) {
  for (std::size_t y = 0; y < years.size(); ++y) {
    const DoelgeldYear& year = money[plan.years.index(years.at(y))];
    row.cells.push_back(or_blank(year.baten));
    row.cells.push_back(or_blank(year.lasten));
    row.cells.push_back(double_cell(year.dubbel_lasten));
    row.cells.push_back(or_blank(year.netto_lasten()));
  }
}

Table report_doelgeld(const Plan& plan, const Doelboom& tree, const Doelgelden& money, Years years) {
  Table table{"doelgeld", plan.naam, {}, {}};
  table.columns = {{"id", Dutch("Id"), ColumnType::text, {}, ColumnUse::machines},
                   {"nr", Dutch("Nr"), ColumnType::text},
                   {"naam", Dutch("Doel"), ColumnType::text}};
  add_money_columns(table, years);
  const auto add = [&](RowKind kind, int level, std::vector<Cell> names, const Doelgeld& of, bool addend) {
    Row row{kind, level, std::move(names), addend};
    add_money_cells(row, plan, of, years);
    table.rows.push_back(std::move(row));
  };
  for (const DoelId id : tree.order) {
    const Doel& doel = plan.doel(id);
    const Doelgeld& of = money.of[position(id)];
    if (has_amounts(of))
      add(RowKind::item, static_cast<int>(tree.levels[position(id)]), {doel.id, or_blank(doel.nr), doel.naam}, of,
          false);
  }
  table.when_empty = Dutch("Geen enkel doel heeft een project of post waar bedragen in staan.");
  if (table.rows.empty()) return table;
  const DoelgeldTotals& totals = money.totals;
  const auto add_sum = [&](RowKind kind, const char* id, const Dutch& label, const Doelgeld& of, bool addend) {
    add(kind, 0, {std::string(id), Blank(), label.text()}, of, addend);
  };
  add_sum(RowKind::subtotal, "alle-doelen", Dutch("Alle doelen, elke post één keer"), totals.goals, true);
  add_sum(RowKind::subtotal, "zonder-doel", Dutch("Zonder doel"), totals.without, true);
  if (has_doubles(totals.between))
    add_sum(RowKind::subtotal, "tussen", Dutch("Dubbel tussen die twee"), totals.between, true);
  add_sum(RowKind::total, "totaal", Dutch("Totaal van het plan"), totals.plan, false);
  table.footnotes.push_back(
      Dutch("Een post kan bij meer doelen horen; de rijen van de doelen tellen daarom niet op tot het totaal."));
  return table;
}

}  // namespace saldo
