// What most commands start with: the plan that is asked worked out, or its findings told.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/finding/diagnostic.h"
#include "calc/wijziging/apply.h"
#include "calc/worked.h"
#include "cli/options.h"
#include "plan/load.h"
#include "render/findings/findings.h"
#include "render/style.h"

namespace saldo {

// The files of a plan, by FileId.
using Files = std::vector<std::string>;

// What is read: the plan, and what its --scenario and --set change. Findings are in the base.
struct Sources {
  PlanBase base;
  std::vector<Scenario> scenarios;
  std::vector<Wijziging> sets;
};
// Nothing, told on err, when a --set cannot be read. The second is for a plan that is read already.
std::optional<Sources> load_sources(const PlanAsked& asked, const Console& console);
std::optional<Sources> load_sources(PlanBase base, const PlanAsked& asked, const Console& console);

// A plan as it was read, with what `sha256sum` prints of each of its files.
struct HashedPlan {
  PlanBase base;
  std::vector<std::string> hashes;  // by FileId; "", or beyond the end, of what was not read with it
};
HashedPlan load_hashed(const std::string& path);

// "projecten/3.5.toml" of data/plan/projecten/3.5.toml, wherever the plan lies; of what lies elsewhere only its name.
std::string name_from_plan(const std::string& plan, const std::string& file);
Files names_from_plan(const std::string& plan, const Files& files);

// The begrotingswijzigingen that count (all, or as --standing and --as-of say), then all scenarios, then every --set.
ChangeList asked_changes(const Sources& sources, const PlanAsked& asked);

// Whether it is one of those.
bool counts(const Begrotingswijziging& adopted, const PlanAsked& asked);

// A plan worked out, and the names of its files, for whoever shows a place in one.
struct Computed {
  Worked worked;
  Findings findings;  // what hinders it; figures count only without any
  Files files;
  Trace trace;  // how each amount came about, where that was asked
};
enum class Traced { no, yes };
Computed attempt(Sources sources, const PlanAsked& asked, Traced traced = Traced::no);

// The same for commands that can only go on with a plan: findings are told on err, and there are none in what is given.
std::optional<Computed> compute(Sources sources, const PlanAsked& asked, const Console& console,
                                Traced traced = Traced::no);

// The names of the files of a plan as they were typed, and their lines, read again. Points to `files`.
FileNames file_names(const Files& files);
// The same where one of them is shown as it was decoded, and not as it is on the disk; "" shows nothing else. Points to
// both.
FileNames file_names(const Files& files, FileId decoded, std::string_view text);

// Findings as people read them, on a stream of this width and colour.
std::string show_findings(const Files& files, std::span<const Diagnostic> findings, const Style& style);

}  // namespace saldo
