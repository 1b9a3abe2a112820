// The budget itself: its tables, its funds, and what is counted twice.
#include <algorithm>

#include "base/say.h"
#include "calc/carryover/carryover.h"
#include "calc/relaties.h"
#include "report/budget_table.h"
#include "report/carryover/carryover_tables.h"
#include "report/overlap_tables.h"
#include "report/paper/parts.h"
#include "report/picture/charts.h"
#include "report/result_rows.h"

namespace saldo {

namespace {

// A footnote that names a command says it otherwise, or nothing where the paper has no reserves.
void say_for_paper(const PaperMaking& making, std::vector<Dutch>& footnotes) {
  const auto named = std::find_if(footnotes.begin(), footnotes.end(),
                                  [](const Dutch& note) { return note.text() == command_for_stands().text(); });
  if (named == footnotes.end()) return;
  if (making.in.wants(PaperPart::rib)) *named = Dutch("Hoe het met de reserves staat, is te zien bij hun verloop.");
  else footnotes.erase(named);
}

PageTable budget_table(const PaperMaking& making, By by, const Dutch& title) {
  const Worked& worked = making.in.worked;
  BudgetTableOptions options{by, making.in.years, Selection(worked.plan.projects.size(), true), {}, {}};
  Table table = report_budget(worked.plan, worked.amounts, worked.balances, options);
  table.title = title;
  say_for_paper(making, table.footnotes);
  return linked(std::move(table), making.in.years, making.explained);
}

void add_plain(PaperMaking& making, Table table) {
  making.page.add(linked(std::move(table), making.in.years, making.explained));
}

}  // namespace

void add_tables(PaperMaking& making) {
  const Plan& plan = making.in.worked.plan;
  begin_section(making, Dutch("De begroting in tabellen"), "tabellen");
  making.page.add(budget_table(making, By::programmalijn, Dutch("Baten, lasten en saldo per programmalijn")));
  making.page.add(budget_table(making, By::project, Dutch("Baten, lasten en saldo per project")));
  if (making.overdrachten.empty()) return;
  add_plain(making, report_relaties(plan, find_relaties(plan, making.overdrachten), making.in.years));
}

void add_funds(PaperMaking& making) {
  const Worked& worked = making.in.worked;
  const Plan& plan = worked.plan;
  const std::vector<ProjectId> funds = funds_of(plan);
  if (funds.empty()) return;
  begin_section(making, plan.investeringsbudget ? Dutch("Investeringsbudget") : Dutch("Reserves"), "rib");
  if (plan.investeringsbudget) {
    const Carryover carryover = work_out_carryover(worked, making.overdrachten, *plan.investeringsbudget->id);
    add_plain(making, report_fund(plan, carryover, making.in.years));
    add_plain(making, report_open_ends(plan, carryover));
  }
  if (plan.has_reserve())
    add_plain(making, report_funds(plan, worked.balances, add_up_funds(plan, worked.balances), making.in.years));
}

void add_overlap(PaperMaking& making) {
  const Worked& worked = making.in.worked;
  if (making.overdrachten.empty()) return;
  begin_section(making, Dutch("Wat dubbel wordt geteld"), "overdrachten");
  add_plain(making, report_overdrachten(worked.plan, making.overdrachten, making.in.years));
  constexpr std::size_t most = 22;  // receivers, a column each, that somebody can look at
  if (count_receivers(making.overdrachten, making.in.years) <= most)
    add_plain(making, report_matrix(worked.plan, making.overdrachten, making.in.years));
  add_plain(making, report_netto(worked.plan, work_out_netto(worked.plan, worked.balances, making.overdrachten),
                                 making.in.years));
}

}  // namespace saldo
