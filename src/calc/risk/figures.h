// The figures of a RiskProgram: the closing balances to look at in every draw, summed from those of the projects.
#pragma once

#include <vector>

#include "calc/needs.h"
#include "calc/risk/steps.h"

namespace saldo {

struct DrawnBalances {
  const AmountGraph& graph;
  const std::vector<std::optional<Slot>>& slots;  // by node; none: no draw changes it
  const Balances& likely;                         // what stands where no draw changes it
};

// `balances` are those of the plan as it is written.
std::vector<RiskFigure> add_figures(const Plan& plan, const Balances& balances, const DrawnBalances& drawn,
                                    StepList& steps);

}  // namespace saldo
