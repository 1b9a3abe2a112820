// What most commands start with: the plan of a request worked out, or its findings told.
#pragma once

#include <optional>
#include <vector>

#include "base/diagnostic.h"
#include "calc/wijziging/apply.h"
#include "calc/worked.h"
#include "cli/command.h"
#include "plan/load.h"
#include "render/findings/findings.h"
#include "render/style.h"

namespace saldo {

// The files of a plan, by FileId.
using Files = std::vector<std::string>;

// What a request reads: the plan, and what its --scenario and --set change. Findings are in the base.
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

// A plan worked out, and the names of its files, for whoever shows a place in one.
struct Computed {
  Worked worked;
  Findings findings;  // what hinders it; figures count only without any
  Files files;
};

// What the request names; nothing, told on err, when an option cannot be read.
std::optional<Computed> attempt(PlanBase base, const Request& request, const Console& console, Trace* trace = nullptr);

// The same for commands that can only go on with a plan: findings are told on err, and there are none in what is given.
std::optional<Computed> compute(const Request& request, const Console& console, Trace* trace = nullptr);

// The names of the files of a plan as they were typed, and their lines, read again. Points to `files`.
FileNames file_names(const Files& files);

// Findings as people read them, on a stream of this width and colour.
std::string show_findings(const Files& files, std::span<const Diagnostic> findings, const Style& style);

}  // namespace saldo
