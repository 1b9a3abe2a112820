// Everything saldo can find in a plan that could be computed. A check is a pure function and a row in `checks`.
#pragma once

#include <span>

#include "base/diagnostic.h"
#include "calc/overdrachten.h"
#include "calc/relaties.h"
#include "calc/worked.h"

namespace saldo {

// What checks look at; everything is worked out once, for all of them.
struct CheckInput {
  const Plan& plan;
  const Amounts& amounts;
  const Balances& balances;
  const std::vector<Overdracht>& overdrachten;
  const std::vector<Relatie>& relaties;
};

struct Check {
  Rule rule;  // the one rule it reports
  void (*run)(const CheckInput&, Findings&);
};

std::span<const Check> all_checks();

// Every finding of every check, by place, with the severities and [[negeer]]s of the plan applied. A [[negeer]] that
// matched nothing is a finding itself. `overdrachten` are those of the plan.
Findings check_plan(const Worked& worked, const std::vector<Overdracht>& overdrachten);
Findings check_plan(const Worked& worked);  // finds them itself

}  // namespace saldo
