// What makes a finding the same finding tomorrow: its rule and what it is about, not its line or its amounts. And the
// list of known findings that is kept on that ground, so that CI speaks of new ones only.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "base/finding/diagnostic.h"

namespace saldo {

// 16 hex digits: FNV-1a, 64 bits, of the id of the rule, the subject and `occurrence`. That one counts, from 0 on, the
// findings before it with the same rule and subject. A finding without a subject is known by the words of its message.
std::string fingerprint(const Diagnostic& finding, std::size_t occurrence);

// Of each finding, in their order.
std::vector<std::string> fingerprints(const Findings& findings);

// A baseline is a text to commit, a finding a line: its fingerprint, and behind it for people the rule and the subject.
//
//   # saldo: known findings, which check --baseline leaves out
//   4f0c1c2a9be1d7e3  index-afwijking 3.18/2 lasten 2026
//
// Lines are sorted, so that a difference between two versions shows what came and went.
struct Baseline {
  std::unordered_set<std::string> known;
  std::vector<std::size_t> unreadable;  // lines, from 1 on, that do not begin with a fingerprint
};

Baseline read_baseline(std::string_view text);  // empty lines and lines that begin with # are no findings
std::string write_baseline(const Findings& findings);

// The findings the baseline does not know. Give it all of them: leaving some out before would change the counting.
Findings filter_known(Findings findings, const Baseline& baseline);

}  // namespace saldo
