// saldo changes PLAN: the begrotingswijzigingen, and what each of them does.
#include "base/say.h"
#include "calc/wijziging/stap/one_by_one.h"
#include "cli/carry_out.h"
#include "cli/command.h"
#include "report/wijziging/changes_table.h"
#include "report/wijziging/verloop_table.h"

namespace saldo {

namespace of_changes {
namespace {

constexpr Option bridge{
    .name = "--bridge",
    .description = marked("from the budget as adopted to what it is now: the amounts it begins with, each change, the "
                          "amounts it ends with, of every year"),
};
constexpr OptionWord rows_of_bridge[] = {"plan", "project"};
constexpr Option by{
    .name = "--by",
    .takes = Takes::word,
    .label = marked("WHAT"),
    .description = marked("a bridge of the whole plan, which is the default, or one for each project"),
    .words = rows_of_bridge,
    .needs = bridge.name,
};
constexpr auto options = option_list(option::of_plan, bridge, by, option::of_figures, option::of_format);

struct Asked {
  PlanAsked plan;
  RenderOptions format;
  bool bridge = false;
  bool by_project = false;
};

Asked read(Reading& reading) {
  Asked asked{read_plan(reading), read_figure_format(reading)};
  asked.bridge = reading.has(bridge);
  asked.by_project = reading.one_of(by, {false, true});
  // What was booked is no change that was decided on.
  if (asked.bridge && reading.has(option::standing) && asked.plan.standing != Standing::actueel)
    reading.refuse(say("--bridge leads from primitief to actueel, so --standing {} has no place in it",
                       reading.text(option::standing)));
  return asked;
}

// A row, and the changes that come with it.
struct Step {
  ChangeRow row;
  ChangeList changes;
};

// A layer each, but for the scenarios, which are one together.
std::vector<Step> steps_of(const Sources& sources, const PlanAsked& asked) {
  std::vector<Step> steps;
  ChangeList layers;
  const auto add = [&](ChangeRow row, auto add_changes) {
    layers.clear();
    add_changes();
    steps.push_back({std::move(row), layers});
  };
  for (const Begrotingswijziging& adopted : sources.base.begrotingswijzigingen)
    if (counts(adopted, asked))
      add({"begrotingswijziging", adopted.nr, to_text(adopted.datum), adopted.naam, adopted.besluit, {}},
          [&] { layers.add_adopted(adopted); });
  for (const Scenario& scenario : sources.scenarios)
    add({"scenario", "", "", scenario.naam, "", {}}, [&] {
      if (&scenario == sources.scenarios.data()) layers.add(scenario.wijzigingen);
      else layers.add_to_layer(scenario.wijzigingen);
    });
  if (!sources.sets.empty()) {
    std::string naam;
    for (const std::string& set : asked.sets) naam += (naam.empty() ? "--set " : " --set ") + set;
    add({"set", "", "", naam, "", {}}, [&] { layers.add(sources.sets); });
  }
  return steps;
}

// False, told on err, when the plan cannot be worked out with these changes.
bool work_out_with(const ChangeList& changes, const PlanBase& base, OneByOne& steps, const Console& console) {
  for (const ChangeList::Item& item : changes.items()) steps.add(item);
  const Findings& findings = steps.work_out();
  if (!findings.empty()) write_error(console, show_findings(base.files, findings, error_style(console)));
  return findings.empty();
}

int write_bridge(const Asked& asked, const Sources& sources, const Verloop& verloop, const std::vector<ChangeRow>& rows,
                 const Console& console) {
  if (verloop.overflows())
    return usage_error(console, say("a difference between these plans goes beyond ±90.000.000.000.000.000,00 euro"));
  return write_table(report_verloop(sources.base.joined, verloop, rows, asked.by_project), asked.format, console);
}

int run(Asked asked, const Sources& sources, const Console& console) {
  const bool budget_only = asked.bridge;  // what was booked is no step of a bridge
  OneByOne plan(sources.base, budget_only ? Standing::actueel : ChangeList().standing(),
                budget_only ? asked.plan.as_of : std::nullopt);
  if (!work_out_with({}, sources.base, plan, console)) return exit_failed;
  const Totals first = totals_of(plan);
  Totals before = first;
  Verloop verloop;
  if (asked.bridge) verloop = verloop_from(plan);
  std::vector<ChangeRow> rows;
  for (Step& step : steps_of(sources, asked.plan)) {
    if (!work_out_with(step.changes, sources.base, plan, console)) return exit_failed;
    Totals after = totals_of(plan);
    step.row.effect = effect_between(before, after);
    step.row.effect.openings = moved_openings(plan);
    rows.push_back(std::move(step.row));
    if (asked.bridge) add_step(verloop, plan);
    before = std::move(after);
  }
  dress_as(sources.base.joined, asked.format);
  if (asked.bridge) return write_bridge(asked, sources, verloop, rows, console);
  return write_table(report_changes(sources.base.joined, rows, effect_between(first, before)), asked.format, console);
}

constexpr Example examples[] = {
    {"saldo changes PLAN"},
    {"saldo changes PLAN --as-of 2026-06-30", marked("those decided until then")},
    {"saldo changes PLAN --bridge", marked("from primitief to actueel, all years")},
    {"saldo changes PLAN --bridge --by project", marked("the same of each project")},
    {"saldo changes PLAN --set index.loon=4", marked("and what wages rising 4% add to them")},
};

}  // namespace
}  // namespace of_changes

extern const Command changes_command{
    .name = "changes",
    .summary = marked("the begrotingswijzigingen: what each does per year, and whether it is budget-neutral"),
    .options = of_changes::options,
    .examples = of_changes::examples,
    .run = carry_out<Needs::files, of_changes::read, of_changes::run>,
};

}  // namespace saldo
