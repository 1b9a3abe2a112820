// saldo changes PLAN: the begrotingswijzigingen, and what each of them does.
#include "cli/computed.h"
#include "cli/options.h"
#include "report/wijziging/changes_table.h"

namespace saldo {

namespace {

void add_options(CLI::App& app, Request& request) {
  add_plan(app, request);
  add_figures(app, request);
  add_format(app, request);
}

// A row, and the changes that come with it.
struct Step {
  ChangeRow row;
  std::span<const Wijziging> wijzigingen;
  bool begins_layer = true;
};

std::vector<Step> steps_of(const Sources& sources, const Request& request, std::optional<Date> as_of) {
  std::vector<Step> steps;
  for (const Begrotingswijziging& adopted : sources.base.begrotingswijzigingen)
    if (request.standing != "primitief" && (!as_of || adopted.datum <= *as_of))
      steps.push_back({{"begrotingswijziging", adopted.nr, to_text(adopted.datum), adopted.naam, adopted.besluit, {}},
                       adopted.wijzigingen});
  for (std::size_t i = 0; i < sources.scenarios.size(); ++i)
    steps.push_back(
        {{"scenario", "", "", sources.scenarios[i].naam, "", {}}, sources.scenarios[i].wijzigingen, i == 0});
  if (!sources.sets.empty()) {
    std::string naam;
    for (const std::string& set : request.sets) naam += (naam.empty() ? "--set " : " --set ") + set;
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

int run(const Request& request, const Console& console) {
  const std::optional<RenderOptions> options = read_format(request, console);
  if (!options) return exit_failed;
  const std::optional<Sources> sources = load_sources(load_base(request.plan), request, console);
  if (!sources) return exit_failed;
  std::optional<Date> as_of;
  if (!read_as_of(request, console, as_of)) return exit_failed;
  ChangeList changes;
  Worked first, turns[2];
  if (!work_out_with(changes, sources->base, console, first)) return exit_failed;
  const Worked* before = &first;
  std::vector<ChangeRow> rows;
  for (Step& step : steps_of(*sources, request, as_of)) {
    if (step.begins_layer) changes.add(step.wijzigingen);
    else changes.add_to_layer(step.wijzigingen);
    Worked& after = before == &turns[0] ? turns[1] : turns[0];
    if (!work_out_with(changes, sources->base, console, after)) return exit_failed;
    step.row.effect = effect_between(*before, after);
    rows.push_back(std::move(step.row));
    before = &after;
  }
  return write_table(report_changes(sources->base.joined, rows, effect_between(first, *before)), *options, console);
}

}  // namespace

const Command changes_command{
    "changes", "the begrotingswijzigingen: what each does per year, and whether it is budget-neutral",
    "  saldo changes PLAN\n"
    "  saldo changes PLAN --as-of 2026-06-30                 those decided until then\n"
    "  saldo changes PLAN --set index.loon=4                 and what wages rising 4% add to them\n",
    add_options, run};

}  // namespace saldo
