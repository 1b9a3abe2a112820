// What was read of a year as a record of it, as far as a file can tell.
#pragma once

#include "intake/actuals.h"
#include "plan/afsluiting.h"

namespace saldo {

// In the order of the plan; what follows from other amounts and what was decided is for others to add.
Afsluiting as_record(const Plan& plan, const Actuals& actuals);

}  // namespace saldo
