// files -> Plan: the only door into plan/.
#pragma once

#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "plan/model.h"

namespace saldo {

struct LoadedPlan {
  Plan plan;  // complete only when there are no findings
  Findings findings;
  std::vector<std::string> files;  // by FileId; files[0] is the path that was asked for

  const std::string& file(FileId id) const { return files[position(id)]; }
};

// Reads every file of the plan at `path`, on all cores, and links them. Findings come in file order and are all there
// are of a phase: those of the files by themselves, then those of the plan as a whole.
LoadedPlan load_plan(const std::string& path);

// The same of files that are no longer, or not yet, on the disk, in the order given. `name` stands for them together.
struct SourceText {
  std::string name;  // as findings call it
  std::string text;
};
LoadedPlan load_plan(const std::string& name, const std::vector<SourceText>& texts);

}  // namespace saldo
