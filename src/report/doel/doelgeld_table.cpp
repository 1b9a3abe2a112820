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

namespace {

// Rows of money under names: those that are added up say so.
class MoneyRows {
 public:
  MoneyRows(const Plan& plan, Years years) : plan_(plan), years_(years), table_{"doelgeld", plan.naam, {}, {}} {
    table_.columns = {{"id", Dutch("Id"), ColumnType::text, {}, ColumnUse::machines},
                      {"nr", Dutch("Nr"), ColumnType::text},
                      {"naam", Dutch("Doel"), ColumnType::text}};
    add_money_columns(table_, years);
    table_.when_empty = Dutch("Geen enkel doel heeft een project of post waar bedragen in staan.");
  }

  void add_goal(DoelId id, std::size_t level, const Doelgeld& money) {
    const Doel& doel = plan_.doel(id);
    if (has_amounts(money)) add(RowKind::item, level, {doel.id, or_blank(doel.nr), doel.naam}, money, false);
  }
  void add_sum(RowKind kind, std::size_t level, std::string id, std::string label, const Doelgeld& money, bool addend) {
    add(kind, level, {std::move(id), Blank(), std::move(label)}, money, addend);
  }
  bool empty() const { return table_.rows.empty(); }

  Table end() {
    if (!empty())
      table_.footnotes.push_back(
          Dutch("Een post kan bij meer doelen horen; de rijen van de doelen tellen daarom niet op tot het totaal."));
    return std::move(table_);
  }

 private:
  void add(RowKind kind, std::size_t level, std::vector<Cell> names, const Doelgeld& money, bool addend) {
    Row row{kind, static_cast<int>(level), std::move(names), addend};
    add_money_cells(row, plan_, money, years_);
    table_.rows.push_back(std::move(row));
  }

  const Plan& plan_;
  Years years_;
  Table table_;
};

}  // namespace

Table report_doelgeld(const Plan& plan, const Doelboom& tree, const Doelgelden& money, Years years) {
  MoneyRows rows(plan, years);
  for (const DoelId id : tree.order) rows.add_goal(id, tree.levels[position(id)], money.of[position(id)]);
  if (rows.empty()) return rows.end();
  const DoelgeldTotals& totals = money.totals;
  rows.add_sum(RowKind::subtotal, 0, "alle-doelen", Dutch("Alle doelen, elke post één keer").text(), totals.goals,
               true);
  rows.add_sum(RowKind::subtotal, 0, "zonder-doel", Dutch("Zonder doel").text(), totals.without, true);
  if (has_doubles(totals.between))
    rows.add_sum(RowKind::subtotal, 0, "tussen", Dutch("Dubbel tussen die twee").text(), totals.between, true);
  rows.add_sum(RowKind::total, 0, "totaal", Dutch("Totaal van het plan").text(), totals.plan, false);
  return rows.end();
}

Table report_doelgeld_by_line(const Plan& plan, const Doelboom& tree, const DoelgeldByLine& money, Years years) {
  MoneyRows rows(plan, years);
  const bool any =
      std::any_of(money.lines.begin(), money.lines.end(), [](const DoelgeldOfLine& of) { return !of.goals.empty(); });
  if (!any) return rows.end();
  for (const DoelgeldOfLine& of : money.lines) {
    rows.add_sum(RowKind::subtotal, 0, of.line ? plan.line(*of.line).id : "",
                 of.line ? plan.line(*of.line).naam : Dutch("Zonder programmalijn").text(), of.all, true);
    for (const auto& [id, part] : of.goals) rows.add_goal(id, 1 + tree.levels[position(id)], part);
    rows.add_sum(RowKind::item, 1, "zonder-doel", Dutch("Zonder doel").text(), of.without, false);
  }
  if (has_doubles(money.between))
    rows.add_sum(RowKind::subtotal, 0, "tussen", Dutch("Dubbel tussen programmalijnen").text(), money.between, true);
  rows.add_sum(RowKind::total, 0, "totaal", Dutch("Totaal van het plan").text(), money.plan, false);
  return rows.end();
}

}  // namespace saldo
