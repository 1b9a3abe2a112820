#include "calc/carryover/floor.h"

#include "base/say.h"

namespace saldo {

Findings check_floor(const Plan& plan, const Carryover& carryover, Money floor) {
  Findings findings;
  const Project& fund = plan.project(carryover.project);
  const bool is_rib = plan.investeringsbudget && plan.investeringsbudget->id == carryover.project;
  for (std::size_t y = 0; y < carryover.stand.size(); ++y)
    if (carryover.stand[y] < floor && !is_rib)
      findings.push_back({Rule::saldo_ondergrens, fund.place,
                          say("reserve {} stands at {} on 31 december {}, {} below the floor of {}", fund.nr,
                              carryover.stand[y], plan.years.at(y), floor - carryover.stand[y], floor)});
    else if (carryover.stand[y] < floor)
      findings.push_back({Rule::saldo_ondergrens, plan.project(carryover.project).place,
                          say("the investeringsbudget stands at {} on 31 december {}, {} below the floor of {}",
                              carryover.stand[y], plan.years.at(y), floor - carryover.stand[y], floor)});
  return findings;
}

}  // namespace saldo
