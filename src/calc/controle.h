// Printed totals against computed ones. A document's own contradiction shows up here, with both figures.
#pragma once

#include "base/diagnostic.h"
#include "calc/balances.h"
#include "plan/model.h"

namespace saldo {

// Every controle of the plan, its lines and its projects that does not hold. `balances` are those of the whole plan.
// PM and absent count as nothing here: a document prints a total of PM posts as "-".
Findings check_controles(const Plan& plan, const Balances& balances);

}  // namespace saldo
