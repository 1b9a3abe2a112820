// The first road: a csv with the columns of `saldo table --tidy`, its amounts written over. Private to intake/.
#pragma once

#include "intake/realisatie/gathering.h"

namespace saldo {

void read_tidy(const Plan& plan, Year year, const Sheet& sheet, Actuals& actuals, Findings& findings);

}  // namespace saldo
