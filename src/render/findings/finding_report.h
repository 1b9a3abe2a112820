// Findings for programs that show them beside the source or in a CI job: what those formats have in common.
#pragma once

#include <span>
#include <string>

#include "base/finding/diagnostic.h"
#include "render/findings/findings.h"

namespace saldo {

// A rule that had its turn: on the plan as a whole, and where it can be told apart, on each subject.
struct TriedRule {
  Rule rule{};
  bool per_subject = false;
};

struct FindingReport {
  std::span<const Diagnostic> findings;       // by place
  std::span<const std::string> fingerprints;  // of each of them
  std::span<const TriedRule> tried;
  std::span<const std::string> subjects;  // that the plan has, as in Address::project
  FileNames files;                   // as seen from the top of the repository where they lie in it; else maybe absolute
  Severity fails = Severity::error;  // this and worse make the check fail
  bool complete = true;              // false: the findings are what stood in the way of checking
};

// A message on one line, printable, in English; then each related place and the help on lines of their own.
std::string whole_text(const Diagnostic& finding, const FileNames& files);

// The column after the last one marked, never beyond the line.
std::uint32_t end_column(const Place& place, const FileNames& files);

// "2 errors, 1 warning, 12 notes", or "no findings".
std::string count_text(std::span<const Diagnostic> findings, Language language);

// A line per rule and severity with how often and what it means, worst first.
std::string summary_text(std::span<const Diagnostic> findings, Language language);

}  // namespace saldo
