// What `saldo check` writes once it knows what there is to say: text for people, or one document for a machine.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "cli/command.h"
#include "plan/model.h"
#include "render/findings/finding_report.h"

namespace saldo {

// The findings to tell, and what has been left out of them.
struct CheckResult {
  Plan plan;  // as far as it came, when it is not complete
  std::vector<std::string> files;
  Findings findings;
  std::vector<std::string> fingerprints;  // of each finding
  bool complete = false;                  // the plan could be checked; else the findings are what hinders that
  bool saved = false;                     // to the file of --write-baseline
  std::size_t known = 0;                  // findings that the baseline has, not told
  std::size_t gone = 0;                   // in the baseline, but no longer found
};

// Whether --only and --ignore let findings of this rule through.
bool is_selected(Rule rule, const Request& request);

// Whether this result makes the check fail.
bool fails(const CheckResult& result, const Request& request);

// Writes all of it: for people findings on out and what hinders the check on err, for machines one document on out.
// Gives exit_fine when that could be done.
int write_result(const CheckResult& result, const Request& request, const Console& console);

}  // namespace saldo
