// saldo project PLAN NR: one project as its budget page shows it.
#include "cli/carry_out.h"
#include "cli/command.h"
#include "cli/weergave.h"
#include "report/project_page.h"

namespace saldo {

namespace of_project {
namespace {

constexpr Option nr{
    .name = "NR",
    .takes = Takes::text,
    .description = marked("the number of the project, as the plan writes it"),
    .required = true,
};
constexpr auto options =
    option_list(option::of_plan, nr, option::years, option::columns, option::of_figures, option::of_format);

struct Asked {
  PlanAsked plan;
  std::string nr;
  YearsAsked years;
  ColumnChoice kolommen;
  RenderOptions format;
};

Asked read(Reading& reading) {
  Asked asked{read_plan(reading), reading.text(nr), read_years(reading), read_columns(reading),
              read_figure_format(reading)};
  refuse_procent(asked.kolommen, reading);
  refuse_mutaties(asked.kolommen, reading);
  return asked;
}

int run(const Asked& asked, const Computed& computed, const Console& console) {
  const Worked& worked = computed.worked;
  const Plan& plan = worked.plan;
  const std::optional<ProjectId> project = find_project(asked.nr, plan, console);
  std::optional<Years> years = find_years(asked.years, plan.years, console);
  if (!project || !years) return exit_failed;
  if (asked.years.all()) years = years_with_figures(plan, worked.balances.projects[position(*project)]);
  const ColumnChoice kolommen = kolommen_of(asked.kolommen, plan, asked.format.format);
  return write_table(report_project(plan, worked.amounts, worked.balances, *project, *years, kolommen), asked.format,
                     console);
}

constexpr Example examples[] = {
    {"saldo project data/achterhoek-2025-2028 3.18"},
    {"saldo project PLAN 3.7-pilot --cents", marked("exact amounts")},
    {"saldo project PLAN 3.18 --columns lasten,baten,saldo", marked("without the running balance")},
    {"saldo project PLAN 3.18 --years 2025 --format md", marked("one year, for a document")},
};

}  // namespace
}  // namespace of_project

extern const Command project_command{
    .name = "project",
    .summary = marked("one project as its budget page shows it"),
    .options = of_project::options,
    .examples = of_project::examples,
    .run = carry_out<Needs::figures, of_project::read, of_project::run>,
};

}  // namespace saldo
