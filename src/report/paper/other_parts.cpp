// What is there only for some plans or when it was asked: an earlier plan, scenarios, risk, goals and closed years.
#include "base/say.h"
#include "calc/carryover/carryover.h"
#include "calc/close/aansluiting.h"
#include "calc/diff/bridge/bridge.h"
#include "calc/doel/doelboom.h"
#include "calc/doel/doelgeld.h"
#include "report/close/close_tables.h"
#include "report/doel/doelen_table.h"
#include "report/doel/doelgeld_table.h"
#include "report/paper/parts.h"
#include "report/picture/charts.h"
#include "report/risk/tables.h"
#include "report/variants/compare_tables.h"

namespace saldo {

namespace {

void add_table(PaperMaking& making, Table table) { making.page.add(PageTable{std::move(table)}); }

Year bridge_year(const PaperDiff& paper, Years years) {
  const Years common = *paper.diff.two.common;
  return common.contains(years.last) ? years.last : common.last;
}

void add_closed_year(PaperMaking& making, const Afsluiting& record) {
  const Worked& worked = making.in.worked;
  const Year year = record.jaar;
  making.page.add(PageHeading{3, Dutch("{} ({})", year, to_text(record.stand)).text(), "afsluiting-" + word(year)});
  if (making.in.primitief != nullptr) {
    const YearEnd year_end{*making.in.primitief, worked, year};
    add_table(making, report_rekening(work_out_rekening(year_end), RekeningBy::programmalijn, year));
  }
  add_table(making, report_aansluiting(work_out_aansluiting(worked, making.overdrachten, year), year));
}

}  // namespace

Table bridge_of(const PaperDiff& paper, const Plan& plan, Years years) {
  const Figure figure = plan.has_exploitatie() ? Figure::resultaat : Figure::eindsaldo;
  const SumOf sum{{}, figure, plan.years.index(bridge_year(paper, years))};
  return report_bridge(paper.diff, paper.names, in_both(paper.diff.two, sum, false), paper.most);
}

void add_bridge(PaperMaking& making) {
  const PaperDiff* paper = making.in.diff;
  if (paper == nullptr) return;
  begin_section(making, Dutch("Aansluiting met de vorige begroting"), "aansluiting");
  if (paper->diff.empty()) {
    making.page.add(PageText{{plain(Dutch("Er is geen verschil met {}.", paper->names.oud).text())}});
    return;
  }
  const Years years = making.in.years;
  if (paper->diff.two.common) {
    const Table bridge = bridge_of(*paper, making.in.worked.plan, years);
    making.page.add(PagePicture{chart_of_bridge(bridge)});
    add_table(making, bridge);
  }
  add_table(making, report_changes(paper->diff, paper->names, years));
}

void add_scenarios(PaperMaking& making) {
  const Comparison* comparison = making.in.comparison;
  if (comparison == nullptr) return;
  begin_section(making, Dutch("Scenario's"), "scenarios");
  making.page.add(PagePicture{chart_of_comparison(*comparison, making.in.years)});
  add_table(making, report_compared_balances(*comparison, ComparedBy::programmalijn, making.in.years));
  if (!comparison->ribs.empty()) add_table(making, report_compared_rib(*comparison, making.in.years));
  add_table(making, report_compared_netto(*comparison, making.in.years));
  add_table(making, report_compared_findings(*comparison, making.in.file_name, making.in.language));
}

void add_risk(PaperMaking& making) {
  const PaperRisk* risk = making.in.risk;
  if (risk == nullptr) return;
  const Plan& plan = making.in.worked.plan;
  begin_section(making, Dutch("Risico"), "risico");
  making.page.add(PagePicture{chart_of_spread(plan, risk->result)});
  add_table(making, report_spread(plan, risk->result, risk->options));
  making.page.add(
      PagePicture{chart_of_histogram(plan, report_histogram(plan, risk->result, risk->options, false), risk->result)});
  if (plan.investeringsbudget) add_table(making, report_chances(plan, risk->result, risk->options));
  const Table causes = report_causes(plan, risk->program, risk->result);
  making.page.add(PagePicture{chart_of_causes(causes)});
  add_table(making, causes);
  add_table(making, report_weerstandsvermogen(plan, risk->result, risk->options));
}

void add_goals(PaperMaking& making) {
  const Worked& worked = making.in.worked;
  const Plan& plan = worked.plan;
  if (plan.doelen.empty()) return;
  begin_section(making, Dutch("Doelen"), "doelen");
  const Doelboom tree = make_doelboom(plan);
  const DoelenTableOptions options{{}, {}, due_until(plan, making.in.as_of), false};
  making.page.add(PagePicture{chart_of_goals(plan, tree, options)});
  add_table(making, report_doelen(plan, tree, options));
  add_table(making, report_doelgeld(plan, tree, work_out_doelgeld(worked, tree), making.in.years));
}

void add_closed_years(PaperMaking& making) {
  const Plan& plan = making.in.worked.plan;
  std::vector<const Afsluiting*> closed;
  for (const Afsluiting& record : plan.afsluitingen)
    if (plan.years.contains(record.jaar) && find_booked(plan, record.jaar) != nullptr) closed.push_back(&record);
  if (closed.empty()) return;
  begin_section(making, Dutch("Afgesloten jaren"), "afsluiting");
  for (const Afsluiting* record : closed) add_closed_year(making, *record);
}

}  // namespace saldo
