// saldo project PLAN NR: one project as its budget page shows it.
#include "cli/computed.h"
#include "cli/options.h"
#include "report/project_page.h"

namespace saldo {

namespace {

void add_options(CLI::App& app, Request& request) {
  add_plan(app, request);
  app.add_option("NR", request.nr, "the number of the project, as the plan writes it")->required();
  add_years(app, request);
  add_figures(app, request);
  add_format(app, request);
}

int run(const Request& request, const Console& console) {
  const std::optional<RenderOptions> options = read_format(request, console);
  if (!options) return exit_failed;
  const std::optional<Computed> computed = compute(request, console);
  if (!computed) return exit_failed;
  const Worked& worked = computed->worked;
  const Plan& plan = worked.plan;
  const std::optional<ProjectId> project = read_project(request.nr, plan, console);
  std::optional<Years> years = read_years(request, plan, console);
  if (!project || !years) return exit_failed;
  if (request.years.empty()) years = years_with_figures(plan, worked.balances.projects[position(*project)]);
  return write_table(report_project(plan, worked.amounts, worked.balances, *project, *years), *options, console);
}

}  // namespace

const Command project_command{"project", "one project as its budget page shows it",
                              "  saldo project data/achterhoek-2025-2028 3.18\n"
                              "  saldo project PLAN 3.7-pilot --cents               exact amounts\n"
                              "  saldo project PLAN 3.18 --years 2025 --format md   one year, for a document\n",
                              add_options, run};

}  // namespace saldo
