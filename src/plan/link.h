// Joins the parts of all files into one plan and looks up every name in it. Private to plan/.
#pragma once

#include <vector>

#include "plan/part.h"

namespace saldo {

// `whole` stands for the plan as a whole: where a finding goes that belongs to no line.
Plan link(std::vector<Part> parts, Place whole, Findings& findings);

}  // namespace saldo
