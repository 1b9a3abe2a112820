// One plan after another, worked out and handed to who writes it: no more than one is held.
#pragma once

#include <string>
#include <vector>

#include "cli/export/export_writer.h"
#include "cli/options.h"

namespace saldo {

struct ExportAsked {
  std::vector<std::string> plans;
  std::vector<std::string> organisations;  // one for all plans, or one for each; none: as the plan is called
  std::string version;
  std::vector<Standing> standings;
  PlanAsked variant;    // without plan and standing
  std::string changes;  // what --scenario, --set and --as-of make of it, as the column `variant` tells it
  ExportTarget target;
};

// Tells what it wrote, or why it did not; the exit code.
int export_plans(const ExportAsked& asked, ExportWriter& writer, const Console& console);

}  // namespace saldo
