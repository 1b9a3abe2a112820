// What is there only for some plans or when it was asked: an earlier plan, scenarios, risk, goals and closed years.
#include "base/say.h"
#include "calc/diff/bridge/bridge.h"
#include "report/paper/parts.h"
#include "report/paper/sums/sums.h"
#include "report/variants/compare_tables.h"

namespace saldo {

namespace {

void add_table(PaperMaking& making, Table table) { making.page.add(PageTable{std::move(table)}); }

Year bridge_year(const PaperDiff& paper, Years years) {
  const Years common = *paper.diff.two.common;
  return common.contains(years.last) ? years.last : common.last;
}

void add_closed_year(PaperMaking& making, const Afsluiting& record) {
  const Year year = record.jaar;
  making.page.add(PageHeading{3, Dutch("{} ({})", year, to_text(record.stand)).text(), "afsluiting-" + word(year)});
  add_closed_pages(making, record);
}

}  // namespace

BridgedFigure bridged_figure(const PaperDiff& paper, const Plan& plan, Years years) {
  const Figure figure = plan.has_exploitatie() ? Figure::resultaat : Figure::eindsaldo;
  const SumOf sum{{}, figure, plan.years.index(bridge_year(paper, years))};
  return in_both(paper.diff.two, sum, false);
}

Table bridge_of(const PaperDiff& paper, const Plan& plan, Years years) {
  return report_bridge(paper.diff, paper.names, bridged_figure(paper, plan, years), paper.most);
}

void add_bridge(PaperMaking& making) {
  const PaperDiff* paper = making.in.diff;
  if (paper == nullptr) return;
  begin_section(making, Dutch("Aansluiting met de vorige begroting"), "aansluiting");
  if (paper->diff.empty())
    making.page.add(PageText{{plain(Dutch("Er is geen verschil met {}.", paper->names.oud).text())}});
  else add_diff_pages(making, *paper);
}

void add_scenarios(PaperMaking& making) {
  const Comparison* comparison = making.in.comparison;
  if (comparison == nullptr) return;
  begin_section(making, Dutch("Scenario's"), "scenarios");
  add_scenario_pages(making, *comparison);
  add_table(making, report_compared_findings(*comparison, making.in.file_name, making.in.language));
}

void add_risk(PaperMaking& making) {
  const PaperRisk* risk = making.in.risk;
  if (risk == nullptr) return;
  begin_section(making, Dutch("Risico"), "risico");
  add_risk_pages(making, *risk);
}

void add_goals(PaperMaking& making) {
  if (making.in.worked.plan.doelen.empty()) return;
  begin_section(making, Dutch("Doelen"), "doelen");
  add_goal_pages(making);
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
