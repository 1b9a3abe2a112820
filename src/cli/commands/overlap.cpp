// saldo overlap PLAN: what is counted twice.
#include "base/say.h"
#include "cli/carry_out.h"
#include "cli/command.h"
#include "cli/picture/drawn.h"
#include "report/check/suspects_table.h"
#include "report/overlap_tables.h"
#include "report/picture/charts.h"

namespace saldo {

namespace of_overlap {
namespace {

constexpr Option matrix{
    .name = "--matrix",
    .description = marked("from whom to whom, as one square"),
    .excludes = "--suspects",
};
constexpr Option suspects{
    .name = "--suspects",
    .description = marked("amounts that look like an overdracht nobody declared"),
};
constexpr OptionWord tables[] = {"overdrachten", "relaties", "netto"};
constexpr Option table = option::table(tables);
constexpr auto options =
    option_list(option::of_plan, option::years, matrix, suspects, table, option::of_figures, option::of_drawn_tables);

struct Asked {
  PlanAsked plan;
  YearsAsked years;
  bool matrix = false;
  bool suspects = false;
  std::string table;
  TablesFormat format;
  Drawn drawn = {};
};

Asked read(Reading& reading) {
  Asked asked{read_plan(reading),  read_years(reading),         reading.has(matrix), reading.has(suspects),
              reading.text(table), read_tables_format(reading), read_drawn(reading)};
  if (!asked.table.empty() && (asked.matrix || asked.suspects))
    reading.refuse(say("--matrix and --suspects are a table of their own; leave out --table"));
  if (asked.drawn.any() && !asked.matrix)
    reading.refuse(say("{} draws who pays whom: add {}", asked.drawn.typed(), matrix.name));
  return asked;
}

std::vector<Table> report(const Worked& worked, const Asked& asked, Years years) {
  const Plan& plan = worked.plan;
  if (asked.suspects) return {report_suspects(plan, find_suspects(plan, worked.amounts))};
  const std::vector<Overdracht> overdrachten = find_overdrachten(plan, worked.amounts);
  return {report_overdrachten(plan, overdrachten, years),
          report_relaties(plan, find_relaties(plan, overdrachten), years),
          report_netto(plan, work_out_netto(plan, worked.balances, overdrachten), years)};
}

int write_matrix(const Worked& worked, const Asked& asked, Years years, const Console& console) {
  const TableSource told = report_matrix(worked.plan, find_overdrachten(worked.plan, worked.amounts), years);
  if (!asked.drawn.any()) return write_tables(std::vector{told}, "", asked.format, console);
  std::vector<Table> squares = {kept(told)};
  std::vector<Chart> charts = {chart_of_matrix(squares.front())};
  return write_drawn(std::move(squares), std::move(charts), "", asked.format, asked.drawn, console);
}

int run(const Asked& asked, const Computed& computed, const Console& console) {
  const std::optional<Years> years = find_years(asked.years, computed.worked.plan.years, console);
  if (!years) return exit_failed;
  if (asked.matrix) return write_matrix(computed.worked, asked, *years, console);
  return write_tables(report(computed.worked, asked, *years), asked.table, asked.format, console);
}

constexpr Example examples[] = {
    {"saldo overlap data/achterhoek-2025-2028", marked("overdrachten, relaties and netto")},
    {"saldo overlap PLAN --years 2025 --table netto", marked("one table, one year")},
    {"saldo overlap PLAN --matrix", marked("from whom to whom")},
    {"saldo overlap PLAN --matrix --format svg > overdrachten.svg", marked("the same as a picture")},
    {"saldo overlap PLAN --suspects", marked("what nobody declared")},
};

}  // namespace
}  // namespace of_overlap

extern const Command overlap_command{
    .name = "overlap",
    .summary = marked("who pays whom, and what is therefore counted twice"),
    .options = of_overlap::options,
    .examples = of_overlap::examples,
    .run = carry_out<Needs::figures, of_overlap::read, of_overlap::run>,
};

}  // namespace saldo
