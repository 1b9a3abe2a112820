// Of the year before the plan: a csv with what each project ended with. Private to intake/.
#pragma once

#include "intake/realisatie/gathering.h"

namespace saldo {

// The columns project, jaar and eindsaldo, named as in `saldo table --tidy`; a naam beside them is that of the project.
void read_eindsaldi(const Plan& plan, Year year, const Sheet& sheet, Actuals& actuals, Findings& findings);

}  // namespace saldo
