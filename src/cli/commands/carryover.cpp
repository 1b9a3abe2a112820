// saldo carryover PLAN: the running balance of the regionaal investeringsbudget.
#include "base/say.h"
#include "calc/carryover/floor.h"
#include "cli/carry_out.h"
#include "cli/command.h"
#include "report/carryover/carryover_tables.h"

namespace saldo {

namespace {

constexpr Option floor{
    .name = "--floor",
    .takes = Takes::text,
    .label = marked("AMOUNT"),
    .description = marked("tell every year in which the investeringsbudget ends below this amount"),
};
constexpr OptionWord tables[] = {"investeringsbudget", "open_einden"};
constexpr Option table = option::table(tables);
constexpr auto options =
    option_list(option::of_plan, option::years, floor, table, option::of_figures, option::of_tables);

struct Asked {
  PlanAsked plan;
  YearsAsked years;
  AmountAsked floor;
  std::string table;
  TablesFormat format;
};

Asked read(Reading& reading) {
  return {read_plan(reading), read_years(reading), read_amount(floor, reading), reading.text(table),
          read_tables_format(reading)};
}

int run(const Asked& asked, const Computed& computed, const Console& console) {
  const Worked& worked = computed.worked;
  const Plan& plan = worked.plan;
  if (!has_investeringsbudget(plan, console)) return exit_failed;
  const std::optional<Years> years = find_years(asked.years, plan.years, console);
  if (!years) return exit_failed;
  const Carryover carryover = work_out_carryover(worked, find_overdrachten(plan, worked.amounts));
  const int written =
      write_tables({report_investeringsbudget(plan, carryover, *years), report_open_ends(plan, carryover)}, asked.table,
                   asked.format, console);
  if (asked.floor.is_given()) {
    const Findings below = check_floor(plan, carryover, asked.floor.in(plan.unit()));
    write_error(console, show_findings(computed.files, below, error_style(console)));
  }
  return written;
}

constexpr Example examples[] = {
    {"saldo carryover data/achterhoek-2025-2028"},
    {"saldo carryover PLAN --floor 500.000", marked("told when it drops below")},
    {"saldo carryover PLAN --table investeringsbudget --format csv"},
};

}  // namespace

extern const Command carryover_command{
    .name = "carryover",
    .summary = marked("the investeringsbudget: what flows in and out, what is left"),
    .options = options,
    .examples = examples,
    .run = carry_out<Needs::figures, read, run>,
};

}  // namespace saldo
