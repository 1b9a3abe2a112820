// What most commands start with: the plan loaded, worked out and added up, or its findings told.
#pragma once

#include <optional>
#include <vector>

#include "base/diagnostic.h"
#include "calc/balances.h"
#include "calc/resolve.h"
#include "calc/wijziging/apply.h"
#include "cli/command.h"
#include "plan/load.h"
#include "render/findings/findings.h"
#include "render/style.h"

namespace saldo {

struct Computed {
  LoadedPlan loaded;
  Amounts amounts;
  const Plan& plan() const { return loaded.plan; }
};

// The files of a request: the plan, and what its --scenario and --set change. Findings are in the base.
struct Sources {
  PlanBase base;
  std::vector<Scenario> scenarios;
  std::vector<Wijziging> sets;
};
// Nothing, told on err, when an option cannot be read.
std::optional<Sources> load_sources(PlanBase base, const Request& request, const Console& console);

// The date of --as-of, or none; false, told on err, when it is no date.
bool read_as_of(const Request& request, const Console& console, std::optional<Date>& as_of);

// The begrotingswijzigingen that count (all, or as --standing and --as-of say), then all scenarios, then every --set.
// Nothing, told on err, when --as-of is no date.
std::optional<ChangeList> asked_changes(const Sources& sources, const Request& request, const Console& console);

// The plan up to its amounts. With findings there is no plan to compute with: `findings` holds them.
struct Attempt {
  LoadedPlan loaded;
  std::optional<Amounts> amounts;
  Findings findings;
};
Attempt work_out(PlanBase base, const ChangeList& changes, Trace* trace = nullptr);

// The same of what the request names; nothing, told on err, when an option cannot be read.
std::optional<Attempt> attempt(const Request& request, const Console& console, Trace* trace = nullptr);

// The same for commands that can only go on with a plan: findings are told on err.
std::optional<Computed> compute(const Request& request, const Console& console, Trace* trace = nullptr);

// The balances of the selected projects; what goes beyond the range of Money is told on err.
std::optional<Balances> add_up(const Computed& computed, const Selection& selection, const Console& console);

// The names of the files of a plan as they were typed, and their lines, read again.
FileNames file_names(const LoadedPlan& loaded);

// Findings as people read them, on a stream of this width and colour.
std::string show_findings(const LoadedPlan& loaded, std::span<const Diagnostic> findings, const Style& style);

}  // namespace saldo
