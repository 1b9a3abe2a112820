// Findings as a Code Quality report of GitLab: one JSON list, in the words of Code Climate.
#pragma once

#include <string>

#include "render/findings/finding_report.h"

namespace saldo {

// Each finding at its line of the change, also those that do not fail the check. A finding without a line is at the first.
void write_gitlab(const FindingReport& report, TextOut& out);

}  // namespace saldo
