// The list of findings that were accepted, each with how far off it was, so that CI speaks of what is new and of what grew.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/finding/diagnostic.h"

namespace saldo {

// A baseline is a text to commit, a finding a line: its fingerprint, how far off it is, and behind that for people the
// rule and the subject. Money is written as 39990.00, a number of years as 2x, neither as -.
//
//   # saldo: known findings, version 2, which check --baseline leaves out
//   4f0c1c2a9be1d7e3  39990.00  index-afwijking 3.18/2 lasten 2026
//
// Lines are sorted, so that a difference between two versions shows what came and went. Findings that have the same rule
// and subject have the same fingerprint here: they are told apart by what they come to, not by their order. Version 1,
// without a number in its first line, had no amounts, knew posts by their place and counted findings that are alike.
struct Baseline {
  static constexpr std::size_t newest = 2;
  bool has_heading = false;  // its first line is that of a baseline
  std::size_t version = 1;
  std::multimap<std::string, Extent> known;
  std::vector<std::size_t> unreadable;  // lines, from 1 on, that are no finding
};

Baseline read_baseline(std::string_view text);  // empty lines and lines that begin with # are no findings
std::string write_baseline(const Findings& findings);

// What a baseline says of a finding.
enum class Acceptance : std::uint8_t { fresh, same, smaller, larger };

struct Verdict {
  Acceptance acceptance = Acceptance::fresh;
  Extent was = {};
};

struct Held {
  std::vector<Verdict> verdicts;  // of each finding, in their order
  std::size_t gone = 0;           // in the baseline, and no finding any more
};

// Give it all findings: leaving some out before would change what is paired with what.
Held hold_against(const Baseline& baseline, const Findings& findings);

// What people are told of an extent: 39.990, or "2 years".
Word in_words(const Extent& extent);

// "index-afwijking 3.18/2 lasten 2026"
std::string describe(const Diagnostic& finding);

}  // namespace saldo
