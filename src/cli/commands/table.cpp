// saldo table PLAN: the summary tables of a budget.
#include <fmt/format.h>

#include "base/say.h"
#include "cli/computed.h"
#include "cli/options.h"
#include "report/budget_table.h"
#include "report/wijziging/standings.h"

namespace saldo {

namespace {

void add_options(CLI::App& app, Request& request) {
  add_plan(app, request, Standings::both);
  app.add_option("--by", request.by, "a row per programmalijn, project or post")
      ->check(CLI::IsMember({"programmalijn", "project", "post"}))
      ->type_name("WHAT");
  add_table(app, request, {"primitief", "actueel", "verschil"});
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

// The plan as it adds up with only the selected projects; what goes beyond the range of Money is told on err.
bool add_up(const Selection& selection, Computed& computed, const Console& console) {
  Worked& worked = computed.worked;
  worked.balances = work_out_balances(worked.plan, worked.amounts, selection);
  const Findings findings = check_range(worked.plan, worked.balances);
  if (!findings.empty()) write_error(console, show_findings(computed.files, findings, error_style(console)));
  return findings.empty();
}

std::optional<Table> summary(const Request& request, const Console& console) {
  std::optional<Computed> computed = compute(request, console);
  if (!computed) return std::nullopt;
  const Worked& worked = computed->worked;
  const std::optional<Years> years = read_years(request, worked.plan, console);
  std::optional<Selection> selection = read_selection(request, worked.plan, console);
  if (!years || !selection) return std::nullopt;
  const BudgetTableOptions table{read_by(request), *years, std::move(*selection)};
  if (request.tidy) return report_tidy(worked.plan, worked.amounts, table);
  const bool all = request.only.empty() && request.without.empty();
  if (!all && !add_up(table.selection, *computed, console)) return std::nullopt;
  return report_budget(worked.plan, worked.amounts, worked.balances, table);
}

// The plan as it was adopted, as it is now, and the difference: three tables of the same columns.
int run_both(Request request, const RenderOptions& options, const Console& console) {
  std::vector<Table> tables;
  for (const char* standing : {"primitief", "actueel"}) {
    request.standing = standing;
    std::optional<Table> table = summary(request, console);
    if (!table) return exit_failed;
    tables.push_back(std::move(*table));
  }
  tables.push_back(report_difference(tables[0], tables[1]));
  constexpr std::string_view names[] = {"primitief", "actueel", "verschil"};
  for (std::size_t i = 0; i < tables.size(); ++i) {
    tables[i].id = names[i];
    tables[i].title += fmt::format(": {}", names[i]);
  }
  return write_tables(std::move(tables), request, options, console);
}

int run(const Request& request, const Console& console) {
  const std::optional<RenderOptions> options = read_format(request, console);
  if (!options) return exit_failed;
  const bool both = request.standing == "beide";
  if (both && request.tidy)
    return usage_error(console, say("--tidy shows one standing: primitief or actueel, not {}", request.standing));
  if (!both && !request.table.empty())
    return usage_error(console, say("--table chooses between the tables of --standing beide"));
  if (both) return run_both(request, *options, console);
  const std::optional<Table> table = summary(request, console);
  return table ? write_table(*table, *options, console) : exit_failed;
}

}  // namespace

const Command table_command{
    "table", "the budget per programmalijn, project or post",
    "  saldo table data/achterhoek-2025-2028                  a row per programmalijn\n"
    "  saldo table PLAN --by project --years 2025-2026        a row per project, two years\n"
    "  saldo table PLAN --without 3.16-pilot --unit 1000      one project left out, in thousands\n"
    "  saldo table PLAN --standing beide                      as adopted, as it is now, and the difference\n"
    "  saldo table PLAN --set index.loon=4                    with wages rising 4%\n"
    "  saldo table PLAN --tidy --format csv > posten.csv      every post and year, for a pivot table\n",
    add_options, run};

}  // namespace saldo
