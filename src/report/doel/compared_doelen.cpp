#include "report/doel/compared_doelen.h"

#include "base/say.h"
#include "report/figures.h"

namespace saldo {

namespace {

bool differs(const ComparedDoel& one, std::size_t variant, std::size_t first, std::size_t count) {
  for (std::size_t y = first; y < first + count; ++y)
    if (one.differs(variant, y)) return true;
  return false;
}

void add_years(Row& row, const ComparedDoel& one, std::size_t variant, std::size_t first, std::size_t count) {
  for (std::size_t y = first; y < first + count; ++y) {
    row.cells.push_back(or_blank(one.netto[variant][y]));
    const Money more = difference(one.netto[variant][y], one.netto.front()[y]);
    row.cells.push_back(more == Money() ? Cell(Blank()) : Cell(Amount(more)));
    const Money dekking = one.dekking[variant][y];
    row.cells.push_back(dekking == Money() ? Cell(Blank()) : Cell(Amount(dekking)));
  }
}

}  // namespace

Table report_compared_doelen(const Plan& plan, const Doelboom& tree, const std::vector<ComparedDoel>& doelen,
                             const std::vector<std::string>& names, Years years) {
  Table table{"doelen", Dutch("Doelen die meer of minder kosten, of meer of minder dekking hebben"), {}, {}};
  table.columns = {{"id", Dutch("Id"), ColumnType::text, {}, ColumnUse::machines},
                   {"nr", Dutch("Nr"), ColumnType::text},
                   {"variant", Dutch("Variant"), ColumnType::text, {}, ColumnUse::machines},
                   {"naam", Dutch("Doel"), ColumnType::text}};
  for (std::size_t y = 0; y < years.size(); ++y) {
    const std::string year = word(years.at(y));
    table.columns.push_back({year + ".netto_lasten", Dutch("Netto lasten"), ColumnType::amount, year});
    table.columns.push_back({year + ".verschil", Dutch("Verschil"), ColumnType::amount, year});
    table.columns.push_back({year + ".dekking", Dutch("Dekking"), ColumnType::amount, year});
  }
  const std::size_t first = plan.years.index(years.first);
  for (const ComparedDoel& one : doelen) {
    const Doel& doel = plan.doel(one.doel);
    const int level = static_cast<int>(tree.levels[position(one.doel)]);
    Row base{RowKind::item, level, {doel.id, or_blank(doel.nr), names.front(), doel.naam}, false};
    add_years(base, one, 0, first, years.size());
    bool told = false;
    for (std::size_t v = 1; v < names.size(); ++v) {
      if (!differs(one, v, first, years.size())) continue;
      if (!told) table.rows.push_back(std::move(base));
      told = true;
      Row row{RowKind::item, level + 1, {doel.id, Blank(), names[v], names[v]}, false};
      add_years(row, one, v, first, years.size());
      table.rows.push_back(std::move(row));
    }
  }
  table.when_empty = plan.doelen.empty() ? Dutch("Dit plan heeft geen doelen.")
                                         : Dutch("Geen doel kost meer of minder, of heeft meer of minder dekking.");
  if (!table.rows.empty())
    table.footnotes.push_back(
        Dutch("Dekking is wat het saldo verandert van de projecten waarin het doel lasten heeft."));
  return table;
}

}  // namespace saldo
