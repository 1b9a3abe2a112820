// files -> Plan: the only door into plan/.
//
// A plan is read once into a PlanBase: all its files joined, no names looked up. Changes apply to that, and what comes
// out is linked (calc/wijziging/apply.h), as often as there are variants.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/finding/diagnostic.h"
#include "base/money.h"
#include "plan/change.h"
#include "plan/model.h"
#include "plan/plan_files.h"

namespace saldo {

struct PlanBase {
  Plan joined;                                             // not linked: ids are not there yet
  std::vector<Begrotingswijziging> begrotingswijzigingen;  // in the order of their dates, then numbers
  Findings findings;               // of the files by themselves and of what stands in them twice; in file order
  bool complete = false;           // every file could be read in full, so a name that is not found is not there
  std::vector<std::string> files;  // by FileId; files[0] is the path that was asked for

  const std::string& file(FileId id) const { return files[position(id)]; }
};

// Shown each text as it is read: from any thread, of one file never from two at once, and of some files twice.
using TextSeen = std::function<void(FileId file, std::string_view text)>;

// Reads every file of the plan at `path`, on all cores.
PlanBase load_base(const std::string& path, const TextSeen& seen = {});

// The same of files that are no longer, or not yet, on the disk, in the order given. `name` stands for them together.
struct SourceText {
  std::string name;  // as findings call it
  std::string text;
};
PlanBase load_base(const std::string& name, const std::vector<SourceText>& texts,
                   const std::vector<LeftOut>& left_out = {});

// What is wrong with one text of a plan whose amounts are in `unit`, by itself: names of other files are not looked up, and
// nothing of it is kept. From any thread.
Findings look_over(FileId file, std::string_view text, Money unit);

// Reads a scenario for `base`, and adds its file and findings there. `name` is a file, or the name of one in the folder
// scenarios of the plan.
Scenario load_scenario(PlanBase& base, const std::string& name);

// What `--set` says, as a change of `base`: index.loon=4, index.loon/2026=4, 3.4/1/2025=0, 3.4/1/baten/2025=0,
// 3.4/budget=0; or why it cannot be read. It gets a file of its own in `base`, so that its findings name it.
std::variant<Wijziging, Message> read_set(PlanBase& base, std::string_view text);

// Reads the record of a year that is not on the disk yet, and puts it in the place of what `base` has of that year, or
// of that peildatum. It gets a file of its own in `base`, called `name`.
void replace_afsluiting(PlanBase& base, Year year, const std::string& name, std::string_view text);

struct LoadedPlan {
  Plan plan;  // complete only when there are no findings
  Findings findings;
  std::vector<std::string> files;  // by FileId; files[0] is the path that was asked for

  const std::string& file(FileId id) const { return files[position(id)]; }
};

// Reads and links the plan at `path` as it was first adopted (primitief): without its begrotingswijzigingen.
LoadedPlan load_plan(const std::string& path);

}  // namespace saldo
