// Verloop -> Table: from the budget as it was adopted to what it is now, a row for each change.
#pragma once

#include <vector>

#include "base/table.h"
#include "calc/variants/verloop.h"
#include "plan/model.h"
#include "report/wijziging/changes_table.h"

namespace saldo {

// `rows` are the steps of the verloop; of those only the words count. Per project the changes that do something to it, or
// those of the plan as a whole; each begins with the budget without and ends with that with all of them.
Table report_verloop(const Plan& plan, const Verloop& verloop, const std::vector<ChangeRow>& rows, bool by_project);

}  // namespace saldo
