// The budget itself: its tables, its funds, and what is counted twice.
#include <algorithm>

#include "base/say.h"
#include "calc/carryover/carryover.h"
#include "calc/relaties.h"
#include "report/budget_table.h"
#include "report/paper/parts.h"
#include "report/paper/sums/sums.h"
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

}  // namespace

void add_tables(PaperMaking& making) {
  const Plan& plan = making.in.worked.plan;
  begin_section(making, Dutch("De begroting in tabellen"), "tabellen");
  making.page.add(budget_table(making, By::programmalijn, Dutch("Baten, lasten en saldo per programmalijn")));
  making.page.add(budget_table(making, By::project, Dutch("Baten, lasten en saldo per project")));
  if (making.overdrachten.empty()) return;
  making.page.add(relaties_page(making, find_relaties(plan, making.overdrachten)));
}

void add_funds(PaperMaking& making) {
  const Plan& plan = making.in.worked.plan;
  if (funds_of(plan).empty()) return;
  begin_section(making, plan.investeringsbudget ? Dutch("Investeringsbudget") : Dutch("Reserves"), "rib");
  add_fund_pages(making);
}

void add_overlap(PaperMaking& making) {
  if (making.overdrachten.empty()) return;
  begin_section(making, Dutch("Wat dubbel wordt geteld"), "overdrachten");
  add_overdracht_pages(making);
}

}  // namespace saldo
