// saldo carryover PLAN: the running balance of the regionaal investeringsbudget, of a reserve, or of all of them.
#include "base/say.h"
#include "calc/carryover/floor.h"
#include "cli/carry_out.h"
#include "cli/command.h"
#include "cli/picture/drawn.h"
#include "report/carryover/carryover_tables.h"
#include "report/picture/charts.h"

namespace saldo {

namespace {

constexpr Option floor{
    .name = "--floor",
    .takes = Takes::text,
    .label = marked("AMOUNT"),
    .description = marked("tell every year in which the investeringsbudget ends below this amount"),
};
constexpr Option one_fund{
    .name = "--fund",
    .takes = Takes::text,
    .label = marked("NR"),
    .description = marked("the reserve to tell of; default is the investeringsbudget"),
};
constexpr Option all_funds{
    .name = "--all",
    .description = marked("a row per reserve: stand 1-1, toevoeging, onttrekking, stand 31-12"),
};
constexpr OptionWord tables[] = {"investeringsbudget", "reserve", "open_einden"};
constexpr Option table = option::table(tables);
constexpr auto options = option_list(option::of_plan, option::years, one_fund, all_funds, floor, table,
                                     option::of_figures, option::of_drawn_tables);

struct Asked {
  PlanAsked plan;
  YearsAsked years;
  std::string fund;
  bool all = false;
  AmountAsked floor;
  std::string table;
  TablesFormat format;
  Drawn drawn = {};
};

Asked read(Reading& reading) {
  Asked asked{read_plan(reading),          read_years(reading), reading.text(one_fund),      reading.has(all_funds),
              read_amount(floor, reading), reading.text(table), read_tables_format(reading), read_drawn(reading)};
  if (asked.all && (!asked.fund.empty() || asked.floor.is_given() || !asked.table.empty()))
    reading.refuse(say("--all is one table of all reserves: it takes no --fund, --floor or --table"));
  return asked;
}

// All of them in one table, which needs at least one.
int run_all(const Worked& worked, Years years, const Asked& asked, const Console& console) {
  if (funds_of(worked.plan).empty()) {
    usage_error(console, say("this plan has no reserves; write soort = \"reserve\" on a project"));
    return exit_failed;
  }
  if (asked.drawn.any())
    return usage_error(console, say("{} draws one fund: choose it with --fund NR", asked.drawn.typed()));
  return write_table(report_funds(worked.plan, worked.balances, add_up_funds(worked.plan, worked.balances), years),
                     asked.format, console);
}

// The fund that was asked for, or the investeringsbudget; what is wrong is told.
std::optional<ProjectId> find_fund(const std::string& nr, const Plan& plan, const Console& console) {
  if (nr.empty()) return has_investeringsbudget(plan, console) ? plan.investeringsbudget->id : std::nullopt;
  const std::optional<ProjectId> project = find_project(nr, plan, console);
  if (project && !plan.is_fund(*project)) {
    usage_error(console, say("project {} is no reserve; write soort = \"reserve\" on it", nr));
    return std::nullopt;
  }
  return project;
}

int run(const Asked& asked, const Computed& computed, const Console& console) {
  const Worked& worked = computed.worked;
  const Plan& plan = worked.plan;
  const std::optional<Years> years = find_years(asked.years, plan.years, console);
  const bool all_of_them = asked.all || (asked.fund.empty() && !plan.investeringsbudget && plan.has_reserve());
  if (years && all_of_them) return run_all(worked, *years, asked, console);
  const std::optional<ProjectId> id = find_fund(asked.fund, plan, console);
  if (!id || !years) return exit_failed;
  const Carryover carryover = work_out_carryover(worked, find_overdrachten(plan, worked.amounts), *id);
  const auto least = asked.floor.is_given() ? std::optional(asked.floor.in(plan.unit())) : std::nullopt;
  const int written =
      write_drawn({report_fund(plan, carryover, *years), report_open_ends(plan, carryover)},
                  {chart_of_fund(plan, carryover, *years, least)}, asked.table, asked.format, asked.drawn, console);
  if (least) {
    const Findings below = check_floor(plan, carryover, *least);
    write_error(console, show_findings(computed.files, below, error_style(console)));
  }
  return written;
}

constexpr Example examples[] = {
    {"saldo carryover data/achterhoek-2025-2028"},
    {"saldo carryover PLAN --floor 500.000", marked("told when it drops below")},
    {"saldo carryover examples/programmabegroting --fund R1", marked("one reserve, by the nr of its project")},
    {"saldo carryover PLAN --all", marked("every reserve with its stand, year by year")},
    {"saldo carryover PLAN --table investeringsbudget --format csv"},
    {"saldo carryover PLAN --floor 500.000 --format svg > budget.svg",
     marked("the stand with its floor, as a picture")},
};

}  // namespace

extern const Command carryover_command{
    .name = "carryover",
    .summary = marked("the investeringsbudget, or any reserve: what flows in and out"),
    .options = options,
    .examples = examples,
    .run = carry_out<Needs::figures, read, run>,
};

}  // namespace saldo
