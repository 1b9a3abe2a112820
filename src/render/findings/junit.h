// Findings as JUnit XML, which GitLab, Jenkins and most CI servers show as tests.
#pragma once

#include <string>

#include "render/findings/finding_report.h"

namespace saldo {

// A test suite for each rule that was tried, with a case for the plan and each of its subjects, whether or not there is
// something to find: a server can follow each case through time. A case fails when one of its findings does; what does
// not fail the check stands in its output. What could not be tried is skipped.
void write_junit(const FindingReport& report, TextOut& out);

}  // namespace saldo
