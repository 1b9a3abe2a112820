// saldo changes PLAN: the begrotingswijzigingen, and what each of them does.
#include "calc/wijziging/work_out.h"
#include "cli/carry_out.h"
#include "cli/command.h"
#include "report/wijziging/changes_table.h"

namespace saldo {

namespace {

constexpr auto options = option_list(option::of_plan, option::of_figures, option::of_format);

struct Asked {
  PlanAsked plan;
  RenderOptions format;
};

Asked read(Reading& reading) { return {read_plan(reading), read_figure_format(reading)}; }

// A row, and the changes that come with it.
struct Step {
  ChangeRow row;
  std::span<const Wijziging> wijzigingen;
  bool begins_layer = true;
};

std::vector<Step> steps_of(const Sources& sources, const PlanAsked& asked) {
  std::vector<Step> steps;
  for (const Begrotingswijziging& adopted : sources.base.begrotingswijzigingen)
    if (has_adopted(asked.standing) && (!asked.as_of || adopted.datum <= *asked.as_of))
      steps.push_back({{"begrotingswijziging", adopted.nr, to_text(adopted.datum), adopted.naam, adopted.besluit, {}},
                       adopted.wijzigingen});
  for (std::size_t i = 0; i < sources.scenarios.size(); ++i)
    steps.push_back(
        {{"scenario", "", "", sources.scenarios[i].naam, "", {}}, sources.scenarios[i].wijzigingen, i == 0});
  if (!sources.sets.empty()) {
    std::string naam;
    for (const std::string& set : asked.sets) naam += (naam.empty() ? "--set " : " --set ") + set;
    steps.push_back({{"set", "", "", naam, "", {}}, sources.sets});
  }
  return steps;
}

// False, told on err, when the plan cannot be worked out with these changes.
bool work_out_with(const ChangeList& changes, const PlanBase& base, const Console& console, Worked& worked) {
  const Findings findings = work_out(base, changes, worked);
  if (!findings.empty()) write_error(console, show_findings(base.files, findings, error_style(console)));
  return findings.empty();
}

int run(Asked asked, const Sources& sources, const Console& console) {
  ChangeList changes;
  Worked first, turns[2];
  if (!work_out_with(changes, sources.base, console, first)) return exit_failed;
  const Worked* before = &first;
  std::vector<ChangeRow> rows;
  for (Step& step : steps_of(sources, asked.plan)) {
    if (step.begins_layer) changes.add(step.wijzigingen);
    else changes.add_to_layer(step.wijzigingen);
    Worked& after = before == &turns[0] ? turns[1] : turns[0];
    if (!work_out_with(changes, sources.base, console, after)) return exit_failed;
    step.row.effect = effect_between(*before, after);
    rows.push_back(std::move(step.row));
    before = &after;
  }
  dress_as(sources.base.joined, asked.format);
  return write_table(report_changes(sources.base.joined, rows, effect_between(first, *before)), asked.format, console);
}

constexpr Example examples[] = {
    {"saldo changes PLAN"},
    {"saldo changes PLAN --as-of 2026-06-30", marked("those decided until then")},
    {"saldo changes PLAN --set index.loon=4", marked("and what wages rising 4% add to them")},
};

}  // namespace

extern const Command changes_command{
    .name = "changes",
    .summary = marked("the begrotingswijzigingen: what each does per year, and whether it is budget-neutral"),
    .options = options,
    .examples = examples,
    .run = carry_out<Needs::files, read, run>,
};

}  // namespace saldo
