// Spreads -> the weerstandsvermogen of every year: what is needed beside what is there.
#pragma once

#include <vector>

#include "calc/risk/risk.h"

namespace saldo {

// One for each spread of the total of the plan, in their order.
// What is available is the planned stand of the funds in `program.capacity`, which has them per year; else that of the
// investeringsbudget.
std::vector<Weerstandsvermogen> work_out_weerstandsvermogen(const RiskProgram& program,
                                                            const std::vector<Spread>& spreads);

}  // namespace saldo
