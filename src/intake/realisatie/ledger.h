// The second road: the export of a financial package, by the [[koppeling]] that was written for it. Private to intake/.
#pragma once

#include "intake/realisatie/gathering.h"

namespace saldo {

void read_ledger(const Plan& plan, Year year, const Koppeling& koppeling, const Sheet& sheet, Actuals& actuals,
                 Findings& findings);

}  // namespace saldo
