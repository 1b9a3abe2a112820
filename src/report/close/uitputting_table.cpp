#include "report/close/uitputting_table.h"

#include "report/figures.h"

namespace saldo {

namespace {

// In tenths of a percent; none without a budget to use.
Cell share_used(const Verwachting& one) {
  const Money budget = one.begroot.counted();
  if (budget <= Money()) return Blank();
  const Rounding to_the_unit{Money::of_cents(1)};
  const Ratio share = Ratio::of(one.geboekt + one.verplicht) * Ratio{1000, budget.cents()};
  return Decimal{rounded(share, to_the_unit).cents(), 1};
}

}  // namespace

Table report_uitputting(const Plan& plan, const std::vector<Verwachting>& all, const Afsluiting& record) {
  Table table{
      "uitputting", Dutch("Uitputting {} tot en met {}", word(record.jaar), to_text(*record.peildatum)), {}, {}};
  table.columns = {{"project", Dutch("Project"), ColumnType::text},
                   {"post", Dutch("Post"), ColumnType::text},
                   {"naam", Dutch("Naam"), ColumnType::text},
                   {"kant", Dutch("Kant"), ColumnType::text},
                   {"begroot", Dutch("Begroot")},
                   {"geboekt", Dutch("Geboekt")},
                   {"verplicht", Dutch("Verplicht")},
                   {"ruimte", Dutch("Ruimte")},
                   {"procent", Dutch("%"), ColumnType::decimal},
                   {"verwacht", Dutch("Verwacht")},
                   {"verschil", Dutch("Verschil")},
                   {"voordeel", Dutch("V/N"), ColumnType::text}};
  table.when_empty = Dutch("Er is nog niets geboekt.");
  for (const Verwachting& one : all) {
    const Project& project = plan.projects[one.cell.project];
    const Post& post = project.posts[one.cell.post];
    const Money verschil = in_saldo(difference(one.verwacht, one.begroot), one.cell.direction);
    const Amount left =
        one.begroot.is_money() ? Amount(difference(one.begroot, one.geboekt + one.verplicht)) : Amount();
    table.rows.push_back(
        {RowKind::item,
         0,
         {project.nr, post.nr, post.naam, std::string(to_text(one.cell.direction)), or_blank(one.begroot),
          Amount(one.geboekt), one.verplicht == Money() ? Cell(Blank()) : Cell(Amount(one.verplicht)), or_blank(left),
          share_used(one), Amount(one.verwacht), verschil == Money() ? Cell(Blank()) : Cell(Amount(verschil.size())),
          favour(verschil)},
         false});
  }
  return table;
}

}  // namespace saldo
