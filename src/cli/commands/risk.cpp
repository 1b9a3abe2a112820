// saldo risk PLAN: how the balances spread when what is uncertain is drawn many times.
#include "calc/risk/risk.h"

#include <fmt/format.h>

#include "base/say.h"
#include "cli/carry_out.h"
#include "cli/command.h"
#include "cli/picture/drawn.h"
#include "cli/risk/draws.h"
#include "report/picture/charts.h"
#include "report/risk/tables.h"

namespace saldo {

namespace of_risk {
namespace {

constexpr std::size_t runs_that_take_long = 2'000'000;

constexpr Option floor{
    .name = "--floor",
    .takes = Takes::text,
    .label = marked("AMOUNT"),
    .description = marked("count the draws in which the investeringsbudget ends below this amount"),
};
constexpr Option certainty{
    .name = "--certainty",
    .takes = Takes::text,
    .label = marked("SHARE"),
    .description = marked("how sure the weerstandsvermogen must be enough: 90%, which is the default"),
};
constexpr OptionWord tables[] = {"spreiding", "ondergrens", "oorzaken", "weerstandsvermogen", "verdeling"};
constexpr Option table = option::table(tables);
constexpr auto options = option_list(option::of_plan, option::runs, option::seed, floor, certainty, table,
                                     option::of_figures, option::of_drawn_tables);

struct Asked {
  PlanAsked plan;
  RiskOptions draws;
  AmountAsked floor;
  std::string table;
  TablesFormat format;
  Drawn drawn = {};
};

Ratio read_certainty(Reading& reading) {
  const std::string written = reading.text(certainty, "90%");
  const std::optional<Ratio> share = read_share(written);
  if (share && share->num > 0 && share->num < share->den) return *share;
  reading.refuse(say("--certainty {}: write a share between 0 and 1, such as 90% or 0.95", written));
  return RiskOptions{}.certainty;
}

Asked read(Reading& reading) {
  Asked asked{read_plan(reading), {}, read_amount(floor, reading), reading.text(table), read_tables_format(reading),
              read_drawn(reading)};
  if (asked.plan.standing == Standing::prognose)
    reading.refuse(say("--standing prognose: what is expected of a year is not what may happen to it; leave it out"));
  asked.draws.runs = read_runs(reading);
  asked.draws.seed = read_seed(reading);
  asked.draws.certainty = read_certainty(reading);
  return asked;
}

void show_progress(const Console& console, RiskOptions& draws) {
  if (!console.colour_err || draws.runs < runs_that_take_long) return;
  draws.progress = [&console, shown = std::size_t{0}](std::size_t percent) mutable {
    if (percent < shown + 5 && percent < 100) return;
    shown = percent;
    write_error(console, percent < 100 ? fmt::format("\r{:>3}%", percent) : std::string("\r    \r"));
  };
}

std::vector<Table> report(const Plan& plan, const RiskProgram& program, const RiskResult& result,
                          const RiskOptions& draws, bool drawn) {
  std::vector<Table> all{report_spread(plan, result, draws)};
  if (plan.investeringsbudget) all.push_back(report_chances(plan, result, draws));
  all.push_back(report_causes(plan, program, result));
  all.push_back(report_weerstandsvermogen(plan, result, draws));
  all.push_back(report_histogram(plan, result, draws, drawn));
  return all;
}

// Of the tables above.
std::vector<std::string_view> table_ids(const Plan& plan) {
  if (!plan.investeringsbudget) return {"spreiding", "oorzaken", "weerstandsvermogen", "verdeling"};
  return {"spreiding", "ondergrens", "oorzaken", "weerstandsvermogen", "verdeling"};
}

// The distribution first: it is what is drawn where nothing is chosen.
std::vector<Chart> pictures(const Plan& plan, const std::vector<Table>& all, const RiskResult& result) {
  std::vector<Chart> charts;
  for (const Table& one : all) {
    if (one.id == "verdeling") charts.insert(charts.begin(), chart_of_histogram(plan, one, result));
    if (one.id == "spreiding") charts.push_back(chart_of_spread(plan, result));
    if (one.id == "oorzaken") charts.push_back(chart_of_causes(one));
  }
  return charts;
}

int run(const Asked& asked, const Computed& computed, const Console& console) {
  const Plan& plan = computed.worked.plan;
  const RiskProgram program = compile_risk(plan, computed.worked.balances);
  if (!program.findings.empty()) {
    write_error(console, show_findings(computed.files, program.findings, error_style(console)));
    return exit_failed;
  }
  if (program.causes.empty())
    return usage_error(
        console, say("nothing in this plan is uncertain; write kans = 0.8 or bandbreedte = {{ min = \"80%\", max = "
                     "\"130%\" }} under a [[project.post]]"));
  if (asked.floor.is_given() && !has_investeringsbudget(plan, console)) return exit_failed;
  if (const std::optional<Message> trouble = refuse_tables(table_ids(plan), asked.table, asked.format))
    return usage_error(console, *trouble);
  RiskOptions draws = asked.draws;
  draws.floor = asked.floor.in(plan.unit());
  show_progress(console, draws);
  const RiskResult result = run_risk(program, draws);
  const bool has_bars = asked.format.format == Format::text && !asked.drawn.any();
  std::vector<Table> all = report(plan, program, result, draws, has_bars);
  std::vector<Chart> charts = asked.drawn.any() ? pictures(plan, all, result) : std::vector<Chart>();
  return write_drawn(std::move(all), std::move(charts), asked.table, asked.format, asked.drawn, console);
}

constexpr Example examples[] = {
    {"saldo risk examples/risico"},
    {"saldo risk examples/risico --floor 200.000 --certainty 95%", marked("a higher bar for the investeringsbudget")},
    {"saldo risk examples/risico --table oorzaken", marked("what matters most")},
    {"saldo risk examples/risico --table spreiding --format svg > waaier.svg", marked("the years as a fan")},
    {"saldo risk examples/risico --runs 1.000.000 --seed 7 --format csv --output uit"},
};

}  // namespace
}  // namespace of_risk

extern const Command risk_command{
    .name = "risk",
    .summary = marked("how the balances spread: posts with a chance or a range, drawn many times"),
    .options = of_risk::options,
    .examples = of_risk::examples,
    .run = carry_out<Needs::figures, of_risk::read, of_risk::run>,
};

}  // namespace saldo
