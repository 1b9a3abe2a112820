// saldo goals PLAN: the goals of a plan, with their targets and how far those are, or with their money.
#include "base/say.h"
#include "calc/doel/doelgeld.h"
#include "cli/carry_out.h"
#include "cli/command.h"
#include "cli/picture/drawn.h"
#include "report/doel/doelen_table.h"
#include "report/doel/doelgeld_table.h"
#include "report/picture/charts.h"

namespace saldo {

namespace {

constexpr OptionWord groupings[] = {"doel", "programmalijn"};
constexpr OptionWord standings_of_targets[] = {"gehaald", "deels", "niet", "onbekend", "ontbreekt", "loopt"};
constexpr Option money{
    .name = "--money",
    .description = marked("what each goal costs: gross, counted twice, and net; and what no goal has"),
};
constexpr Option by{
    .name = "--by",
    .takes = Takes::word,
    .label = marked("GROUP"),
    .description = marked("as the tree (doel), or per programmalijn"),
    .words = groupings,
};
constexpr Option status{
    .name = "--status",
    .takes = Takes::word,
    .label = marked("STAND"),
    .description = marked("only targets that stand so"),
    .words = standings_of_targets,
};
constexpr Option open{
    .name = "--open",
    .description = marked("only targets whose result is due and is not there"),
    .excludes = "--status",
};
constexpr auto options =
    option_list(option::of_plan, option::years, money, by, status, open, option::of_figures, option::of_drawn_format);

struct Asked {
  PlanAsked plan;
  YearsAsked years;
  bool money = false;
  bool by_line = false;
  std::optional<StreefStand> stand;
  RenderOptions format;
  Drawn drawn = {};
};

Asked read(Reading& reading) {
  Asked asked{
      read_plan(reading),          read_years(reading), reading.has(money), reading.one_of<bool>(by, {false, true}), {},
      read_figure_format(reading), read_drawn(reading)};
  if (!reading.text(status).empty())
    asked.stand =
        reading.one_of<StreefStand>(status, {StreefStand::gehaald, StreefStand::deels, StreefStand::niet,
                                             StreefStand::onbekend, StreefStand::ontbreekt, StreefStand::loopt});
  if (reading.has(open)) asked.stand = StreefStand::ontbreekt;
  if (asked.money && asked.stand)
    reading.refuse(say("--money is of goals and not of targets: it takes no --status or --open"));
  if (asked.drawn.any() && (asked.money || asked.by_line))
    reading.refuse(say("{} draws the tree of goals: leave out {}", asked.drawn.typed(),
                       asked.money ? "--money" : "--by programmalijn"));
  return asked;
}

int run(const Asked& asked, const Computed& computed, const Console& console) {
  const Worked& worked = computed.worked;
  const Plan& plan = worked.plan;
  const Doelboom tree = make_doelboom(plan);
  if (asked.money) {
    const std::optional<Years> years = find_years(asked.years, plan.years, console);
    if (!years) return exit_failed;
    const Table table = asked.by_line
                            ? report_doelgeld_by_line(plan, tree, work_out_doelgeld_by_line(worked, tree), *years)
                            : report_doelgeld(plan, tree, work_out_doelgeld(worked, tree), *years);
    return write_table(table, asked.format, console);
  }
  DoelenTableOptions told{{}, asked.stand, due_until(plan, asked.plan.as_of), asked.by_line};
  if (!asked.years.all()) told.years = read_first_and_last(asked.years.written);  // targets may lie outside the plan
  if (!asked.drawn.any()) return write_table(report_doelen(plan, tree, told), asked.format, console);
  return write_drawn({report_doelen(plan, tree, told)}, {chart_of_goals(plan, tree, told)}, "",
                     TablesFormat{asked.format, ""}, asked.drawn, console);
}

constexpr Example examples[] = {
    {"saldo goals examples/doelen", marked("targets, results and how far they are")},
    {"saldo goals PLAN --money --years 2025", marked("what each goal costs")},
    {"saldo goals PLAN --open --as-of 2026-12-31", marked("results that should be there by then")},
    {"saldo goals PLAN --format svg > doelen.svg", marked("the tree with how each target stands, as a picture")},
    {"saldo goals PLAN --years 2026 --format md", marked("the targets for one year, for a document")},
};

}  // namespace

extern const Command goals_command{
    .name = "goals",
    .summary = marked("the goals of a plan: targets, results, how far they are and what they cost"),
    .options = options,
    .examples = examples,
    .run = carry_out<Needs::figures, read, run>,
};

}  // namespace saldo
