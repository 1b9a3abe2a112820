// What `saldo check` writes once it knows what there is to say: text for people, or one document for a machine.
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "base/finding/diagnostic.h"
#include "cli/computed.h"
#include "cli/options.h"
#include "plan/model.h"
#include "render/findings/finding_format.h"

namespace saldo {

struct CheckAsked {
  PlanAsked plan;
  RenderOptions format;
  const FindingFormat* document = nullptr;  // instead of a table format
  bool summary = false;
  Severity failing = Severity::error;  // from this one on the check fails
  std::vector<Rule> only, ignored;     // no `only`: all of them
  std::string baseline, write_baseline;

  bool wants(Rule rule) const {
    const auto has = [rule](const std::vector<Rule>& some) {
      return std::find(some.begin(), some.end(), rule) != some.end();
    };
    return (only.empty() || has(only)) && !has(ignored);
  }
};

// The findings to tell, and what has been left out of them.
struct CheckResult {
  Plan plan;  // as far as it came, when it is not complete
  Files files;
  Findings findings;
  std::vector<std::string> fingerprints;  // of each finding, where a document is asked for
  bool complete = false;                  // the plan could be checked; else the findings are what hinders that
  bool saved = false;                     // to the file of --write-baseline
  std::size_t known = 0;                  // findings that the baseline has, not told
  std::vector<Message> smaller = {};      // of these, what got less
  bool old_baseline = false;              // one that has no amounts
  std::size_t gone = 0;                   // in the baseline, but no longer found
};

// Writes all of it: for people findings on out and what hinders the check on err, for machines one document on out.
// Gives exit_fine when that could be done. Gives places that have no line one, for machines.
int write_result(CheckResult& result, const CheckAsked& asked, const Console& console);

}  // namespace saldo
