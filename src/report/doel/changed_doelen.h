// What became of the goals of an older plan, for who has to explain it.
#pragma once

#include <vector>

#include "base/table.h"
#include "calc/doel/doelverandering.h"

namespace saldo {

// A row for each: the goal as it was with what it asked, and as it is.
Table report_changed_doelen(const Plan& oud, const Plan& nieuw, const std::vector<Doelverandering>& found);

}  // namespace saldo
