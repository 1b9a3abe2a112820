// Findings as annotations in GitHub Actions: workflow commands, one a line.
#pragma once

#include <string>

#include "render/findings/finding_report.h"

namespace saldo {

// The worst first, as GitHub shows no more than ten of each kind for a step. Ends with the counts, for who reads the
// log. Columns are code points; endColumn is the last one marked.
void write_github(const FindingReport& report, TextOut& out);

}  // namespace saldo
