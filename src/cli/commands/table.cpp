// saldo table PLAN: the summary tables of a budget.
#include <fmt/format.h>

#include "base/say.h"
#include "cli/carry_out.h"
#include "cli/command.h"
#include "report/budget_table.h"
#include "report/wijziging/standings.h"

namespace saldo {

namespace {

constexpr OptionWord rows[] = {"programmalijn", "project", "post"};
constexpr Option by{
    .name = "--by",
    .takes = Takes::word,
    .label = marked("WHAT"),
    .description = marked("a row per programmalijn, project or post"),
    .words = rows,
};
constexpr OptionWord tables[] = {"primitief", "actueel", "verschil"};
constexpr Option table = option::table(tables);
constexpr Option without{
    .name = "--without",
    .takes = Takes::text,
    .label = marked("NR"),
    .description = marked("leave this project out; may be given more than once"),
    .repeated = true,
};
constexpr Option only{
    .name = "--only",
    .takes = Takes::text,
    .label = marked("NR"),
    .description = marked("count only this project; may be given more than once"),
    .repeated = true,
};
constexpr Option tidy{
    .name = "--tidy",
    .description = marked("long rows, one per post and year, for other programs"),
};
constexpr auto options =
    option_list(option::plan, option::scenario, option::set, option::standing_or_both, option::as_of, by, table,
                option::years, without, only, option::of_figures, tidy, option::of_tables);

struct Asked {
  PlanAsked plan;
  bool both_standings = false;
  By by = By::programmalijn;
  std::string table;
  YearsAsked years;
  std::vector<std::string> without, only;  // projects, by number
  bool tidy = false;
  TablesFormat format;
};

Asked read(Reading& reading) {
  Asked asked;
  asked.plan = read_plan(reading);
  asked.both_standings = reading.text(option::standing_or_both) == "beide";
  asked.by = reading.one_of(by, {By::programmalijn, By::project, By::post});
  asked.table = reading.text(table);
  asked.years = read_years(reading);
  asked.without = reading.texts(without);
  asked.only = reading.texts(only);
  asked.tidy = reading.has(tidy);
  asked.format = read_tables_format(reading);
  if (asked.both_standings && asked.tidy)
    reading.refuse(say("--tidy shows one standing: primitief or actueel, not {}", "beide"));
  if (!asked.both_standings && !asked.table.empty())
    reading.refuse(say("--table chooses between the tables of --standing beide"));
  return asked;
}

std::optional<Selection> find_selection(const Asked& asked, const Plan& plan, const Console& console) {
  Selection selection(plan.projects.size(), asked.only.empty());
  for (const bool keep : {true, false})
    for (const std::string& nr : keep ? asked.only : asked.without) {
      const std::optional<ProjectId> project = find_project(nr, plan, console);
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

std::optional<Table> summary(const Asked& asked, const PlanAsked& standing, Sources sources, const Console& console) {
  std::optional<Computed> computed = compute(std::move(sources), standing, console);
  if (!computed) return std::nullopt;
  const Worked& worked = computed->worked;
  const std::optional<Years> years = find_years(asked.years, worked.plan.years, console);
  std::optional<Selection> selection = find_selection(asked, worked.plan, console);
  if (!years || !selection) return std::nullopt;
  const BudgetTableOptions shown{asked.by, *years, std::move(*selection)};
  if (asked.tidy) return report_tidy(worked.plan, worked.amounts, shown);
  const bool all = asked.only.empty() && asked.without.empty();
  if (!all && !add_up(shown.selection, *computed, console)) return std::nullopt;
  return report_budget(worked.plan, worked.amounts, worked.balances, shown);
}

// The plan as it was adopted, as it is now, and the difference: three tables of the same columns.
int run_both(const Asked& asked, const Sources& sources, const Console& console) {
  std::vector<Table> three;
  for (const bool with_adopted : {false, true}) {
    PlanAsked standing = asked.plan;
    standing.with_adopted = with_adopted;
    std::optional<Table> one = summary(asked, standing, sources, console);
    if (!one) return exit_failed;
    three.push_back(std::move(*one));
  }
  three.push_back(report_difference(three[0], three[1]));
  for (std::size_t i = 0; i < three.size(); ++i) {
    three[i].id = tables[i].word;
    three[i].title = three[i].title.text() + fmt::format(": {}", tables[i].word);
  }
  return write_tables(std::move(three), asked.table, asked.format, console);
}

int run(const Asked& asked, Sources sources, const Console& console) {
  if (asked.both_standings) return run_both(asked, sources, console);
  const std::optional<Table> one = summary(asked, asked.plan, std::move(sources), console);
  return one ? write_table(*one, asked.format, console) : exit_failed;
}

constexpr Example examples[] = {
    {"saldo table data/achterhoek-2025-2028", marked("a row per programmalijn")},
    {"saldo table PLAN --by project --years 2025-2026", marked("a row per project, two years")},
    {"saldo table PLAN --without 3.16-pilot --unit 1000", marked("one project left out, in thousands")},
    {"saldo table PLAN --standing beide", marked("as adopted, as it is now, and the difference")},
    {"saldo table PLAN --set index.loon=4", marked("with wages rising 4%")},
    {"saldo table PLAN --tidy --format csv > posten.csv", marked("every post and year, for a pivot table")},
};

}  // namespace

extern const Command table_command{
    .name = "table",
    .summary = marked("the budget per programmalijn, project or post"),
    .options = options,
    .examples = examples,
    .run = carry_out<Needs::files, read, run>,
};

}  // namespace saldo
