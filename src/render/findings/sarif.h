// Findings as one SARIF 2.1.0 log, for code scanning and editors.
#pragma once

#include <string>

#include "render/findings/finding_report.h"

namespace saldo {

// Every rule is described, also those that found nothing, so that ruleIndex is the place of a rule in `rules`. Columns
// are code points, endColumn is one past the end, files are URIs relative to %SRCROOT%: the top of the repository, or
// where saldo was run outside one.
void write_sarif(const FindingReport& report, TextOut& out);

}  // namespace saldo
