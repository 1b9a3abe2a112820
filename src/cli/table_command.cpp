// saldo table PLAN: the summary tables of a budget.
#include "cli/computed.h"
#include "cli/options.h"
#include "report/budget_table.h"

namespace saldo {

namespace {

void add_options(CLI::App& app, Request& request) {
  add_plan(app, request);
  app.add_option("--by", request.by, "a row per programmalijn, project or post")
      ->check(CLI::IsMember({"programmalijn", "project", "post"}))
      ->type_name("WHAT");
  add_years(app, request);
  app.add_option("--without", request.without, "leave this project out; may be given more than once")
      ->type_name("NR")
      ->expected(1)
      ->take_all();
  app.add_option("--only", request.only, "count only this project; may be given more than once")
      ->type_name("NR")
      ->expected(1)
      ->take_all();
  add_figures(app, request);
  app.add_flag("--tidy", request.tidy, "long rows, one per post and year, for other programs");
  add_format(app, request);
}

By read_by(const Request& request) {
  if (request.by == "project") return By::project;
  return request.by == "post" ? By::post : By::programmalijn;
}

std::optional<Selection> read_selection(const Request& request, const Plan& plan, const Console& console) {
  Selection selection(plan.projects.size(), request.only.empty());
  for (const bool keep : {true, false})
    for (const std::string& nr : keep ? request.only : request.without) {
      const std::optional<ProjectId> project = read_project(nr, plan, console);
      if (!project) return std::nullopt;
      selection[position(*project)] = keep;
    }
  return selection;
}

int run(const Request& request, const Console& console) {
  const std::optional<RenderOptions> options = read_format(request, console);
  if (!options) return exit_failed;
  const std::optional<Computed> computed = compute(request, console);
  if (!computed) return exit_failed;
  const std::optional<Years> years = read_years(request, computed->plan(), console);
  std::optional<Selection> selection = read_selection(request, computed->plan(), console);
  if (!years || !selection) return exit_failed;
  const BudgetTableOptions table{read_by(request), *years, std::move(*selection)};
  if (request.tidy) return write_table(report_tidy(computed->plan(), computed->amounts, table), *options, console);
  const std::optional<Balances> balances = add_up(*computed, table.selection, console);
  if (!balances) return exit_failed;
  return write_table(report_budget(computed->plan(), computed->amounts, *balances, table), *options, console);
}

}  // namespace

const Command table_command{
    "table", "the budget per programmalijn, project or post",
    "  saldo table data/achterhoek-2025-2028                  a row per programmalijn\n"
    "  saldo table PLAN --by project --years 2025-2026        a row per project, two years\n"
    "  saldo table PLAN --without 3.16-pilot --unit 1000      one project left out, in thousands\n"
    "  saldo table PLAN --tidy --format csv > posten.csv      every post and year, for a pivot table\n",
    add_options, run};

}  // namespace saldo
