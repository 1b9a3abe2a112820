// saldo overlap PLAN: what is counted twice.
#include "base/say.h"
#include "cli/computed.h"
#include "cli/options.h"
#include "report/check/suspects_table.h"
#include "report/overlap_tables.h"

namespace saldo {

namespace {

void add_options(CLI::App& app, Request& request) {
  add_plan(app, request);
  add_years(app, request);
  CLI::Option* matrix = app.add_flag("--matrix", request.matrix, "from whom to whom, as one square");
  CLI::Option* suspects =
      app.add_flag("--suspects", request.suspects, "amounts that look like an overdracht nobody declared");
  matrix->excludes(suspects);
  add_table(app, request, {"overdrachten", "relaties", "netto"});
  add_figures(app, request);
  add_format(app, request);
}

std::vector<Table> tables(const Worked& worked, const Request& request, Years years) {
  const Plan& plan = worked.plan;
  if (request.suspects) return {report_suspects(plan, find_suspects(plan, worked.amounts))};
  const std::vector<Overdracht> overdrachten = find_overdrachten(plan, worked.amounts);
  if (request.matrix) return {report_matrix(plan, overdrachten, years)};
  return {report_overdrachten(plan, overdrachten, years),
          report_relaties(plan, find_relaties(plan, overdrachten), years),
          report_netto(plan, work_out_netto(plan, worked.balances, overdrachten), years)};
}

int run(const Request& request, const Console& console) {
  if (!request.table.empty() && (request.matrix || request.suspects))
    return usage_error(console, say("--matrix and --suspects are a table of their own; leave out --table"));
  const std::optional<RenderOptions> options = read_format(request, console);
  if (!options) return exit_failed;
  const std::optional<Computed> computed = compute(request, console);
  if (!computed) return exit_failed;
  const std::optional<Years> years = read_years(request, computed->worked.plan, console);
  if (!years) return exit_failed;
  return write_tables(tables(computed->worked, request, *years), request, *options, console);
}

}  // namespace

const Command overlap_command{"overlap", "who pays whom, and what is therefore counted twice",
                              "  saldo overlap data/achterhoek-2025-2028             overdrachten, relaties and netto\n"
                              "  saldo overlap PLAN --years 2025 --table netto       one table, one year\n"
                              "  saldo overlap PLAN --matrix                         from whom to whom\n"
                              "  saldo overlap PLAN --suspects                       what nobody declared\n",
                              add_options, run};

}  // namespace saldo
