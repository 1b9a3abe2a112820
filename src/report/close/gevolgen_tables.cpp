// What a close does: to the investeringsbudget in the year, and to every year that follows.
#include <algorithm>
#include <map>

#include "report/close/close_tables.h"
#include "report/figures.h"

namespace saldo {

namespace {

class YearInvesteringsbudget {
 public:
  YearInvesteringsbudget(const Plan& plan, std::size_t year) : plan_(plan), year_(year) {
    const Project& project = plan.project(*plan.investeringsbudget->id);
    table_.id = "investeringsbudget";
    table_.title = Dutch("Regionaal investeringsbudget {}: {} {}", word(plan.years.at(year)), project.nr, project.naam);
    table_.columns = {{"nr", Dutch("Nr"), ColumnType::text},
                      {"naam", Dutch("Vrijval (+) en onttrekking (-)"), ColumnType::text},
                      {"begroot", Dutch("Begroot")},
                      {"realisatie", Dutch("Realisatie")},
                      {"verschil", Dutch("Verschil")}};
  }

  void add(RowKind kind, Cell nr, Dutch naam, Amount budget, Amount realised) {
    if (kind == RowKind::item && budget.is_absent() && realised.is_absent()) return;
    const Money verschil = difference(realised, budget);
    table_.rows.push_back({kind,
                           0,
                           {std::move(nr), std::move(naam), or_blank(budget), or_blank(realised),
                            verschil == Money() ? Cell(Blank()) : Cell(Amount(verschil))},
                           false});
  }

  void add(const std::vector<Movement>& budget, const std::vector<Movement>& realised, bool taken) {
    std::map<ProjectId, std::pair<Amount, Amount>> of;
    for (const Movement& movement : budget) of[movement.counterpart].first = movement.bedrag[year_];
    for (const Movement& movement : realised) of[movement.counterpart].second = movement.bedrag[year_];
    for (const auto& [id, amounts] : of) {
      const Project& project = plan_.project(id);
      add(RowKind::item, project.nr,
          taken ? Dutch("Onttrekking: {}", project.naam) : Dutch("Vrijval: {}", project.naam), amounts.first,
          amounts.second);
    }
  }

  Table take() { return std::move(table_); }

 private:
  const Plan& plan_;
  std::size_t year_;
  Table table_;
};

Money stand_before(const Carryover& carryover, std::size_t year) {
  return year == 0 ? carryover.opening : carryover.stand[year - 1];
}

}  // namespace

Table report_year_investeringsbudget(const Plan& plan, const Carryover& budget, const Carryover& realised, Year of) {
  const std::size_t year = plan.years.index(of);
  YearInvesteringsbudget table(plan, year);
  const std::string& nr = plan.project(realised.project).nr;
  table.add(RowKind::subtotal, Blank(), Dutch("Stand 1 januari"), stand_before(budget, year),
            stand_before(realised, year));
  table.add(budget.vrijval, realised.vrijval, false);
  table.add(RowKind::item, nr, Dutch("Eigen posten, structureel"), budget.structureel[year],
            realised.structureel[year]);
  table.add(RowKind::item, nr, Dutch("Eigen posten, overig"), budget.overig[year], realised.overig[year]);
  table.add(budget.onttrekkingen, realised.onttrekkingen, true);
  table.add(RowKind::total, Blank(), Dutch("Stand 31 december"), budget.stand[year], realised.stand[year]);
  return table.take();
}

Table report_gevolgen(const Worked& before, const Worked& after, Year year) {
  const Years years = after.plan.years;
  const std::size_t first = year < years.first ? 0 : years.index(year);
  Table table{"gevolgen", Dutch("Gevolgen: het eindsaldo zonder en met deze afsluiting"), {}, {}};
  table.columns = {{"nr", Dutch("Nr"), ColumnType::text}, {"naam", Dutch("Project"), ColumnType::text}};
  for (std::size_t y = first; y < years.size(); ++y) {
    const std::string of = word(years.at(y));
    table.columns.push_back({of + "_nu", Dutch("Nu"), ColumnType::amount, of});
    table.columns.push_back({of + "_wordt", Dutch("Wordt"), ColumnType::amount, of});
  }
  table.when_empty = Dutch("Geen enkel eindsaldo verandert.");
  const auto add = [&](RowKind kind, Cell nr, std::string naam, const Balance& old_one, const Balance& new_one) {
    Row row{kind, 0, {std::move(nr), std::move(naam)}};
    for (std::size_t y = first; y < years.size(); ++y)
      for (const Balance* balance : {&old_one, &new_one}) row.cells.push_back(Amount(balance->years[y].eindsaldo));
    table.rows.push_back(std::move(row));
  };
  const auto differs = [first](const Balance& a, const Balance& b) {
    for (std::size_t y = first; y < a.years.size(); ++y)
      if (a.years[y].eindsaldo != b.years[y].eindsaldo) return true;
    return false;
  };
  for (std::size_t p = 0; p < after.plan.projects.size(); ++p)
    if (differs(before.balances.projects[p], after.balances.projects[p]))
      add(RowKind::item, after.plan.projects[p].nr, after.plan.projects[p].naam, before.balances.projects[p],
          after.balances.projects[p]);
  if (table.rows.empty()) return table;
  add(RowKind::total, Blank(), Dutch("Totaal van alle projecten"), before.balances.total, after.balances.total);
  table.rows.back().addend = false;
  for (Row& row : table.rows) row.addend = false;
  return table;
}

Table report_openingen(const Worked& after, Year year) {
  Table table{"openingen", Dutch("Eindsaldi {}: waar het plan mee begint", word(year)), {}, {}};
  table.columns = {{"nr", Dutch("Nr"), ColumnType::text},
                   {"naam", Dutch("Project"), ColumnType::text},
                   {"begroot", Dutch("In het plan")},
                   {"realisatie", Dutch("Eindsaldo {}", word(year))},
                   {"verschil", Dutch("Verschil")}};
  table.when_empty = Dutch("Van geen project is een eindsaldo bekend.");
  for (const Project& project : after.plan.projects) {
    if (!project.more->realised_opening) continue;
    const Money verschil = difference(*project.more->realised_opening, project.budget);
    table.rows.push_back({RowKind::item,
                          0,
                          {project.nr, project.naam, or_blank(project.budget), Amount(*project.more->realised_opening),
                           verschil == Money() ? Cell(Blank()) : Cell(Amount(verschil))}});
  }
  if (table.rows.empty()) return table;
  const Money budget = after.budget().balances.total.opening, realised = after.balances.total.opening;
  table.rows.push_back({RowKind::subtotal,
                        0,
                        {Blank(), Dutch("Totaal van alle projecten").text(), Amount(budget), Amount(realised),
                         Amount(realised - budget)},
                        false});
  return table;
}

}  // namespace saldo
