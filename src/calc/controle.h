// Printed totals against computed ones. A document's own contradiction shows up here, with both figures.
#pragma once

#include "calc/checks.h"

namespace saldo {

// Every controle of the plan, its lines and its projects that does not hold, in the unit the document rounds to.
// PM and absent count as nothing here: a document prints a total of PM posts as "-".
void check_controles(const CheckInput& input, Findings& findings);

}  // namespace saldo
