// The programmalijnen and projects of `saldo init --lines FILE`: a csv of a nr and a naam on each line.
#pragma once

#include <optional>
#include <string>

#include "cli/console.h"
#include "plan/write/new_plan.h"

namespace saldo {

// In the order of the file. What has others below it, as 3 has 3.1, is a programmalijn; all else is a project of the line
// above it, if there is one. Every row that cannot be used is told on err with its place, and then nothing is given.
std::optional<NewPlan> read_names(const std::string& path, const Console& console);

}  // namespace saldo
