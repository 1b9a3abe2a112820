// Everything saldo can find in a plan that could be computed. A check is a pure function in this folder, named after its
// CHECK row in base/finding/rule.h.
#pragma once

#include <span>

#include "base/finding/diagnostic.h"
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
  const Worked& worked;  // all of the above is of it
};

// void check_controle(const CheckInput& input, Findings& findings); and so on. What one finds exactly stands above it.
#define SALDO_NO_CHECK(name, id, severity)
#define SALDO_CHECK(name, id, severity) void check_##name(const CheckInput& input, Findings& findings);
SALDO_RULES(SALDO_NO_CHECK, SALDO_CHECK)
#undef SALDO_CHECK
#undef SALDO_NO_CHECK

struct Check {
  Rule rule;  // the one rule it reports
  void (*run)(const CheckInput&, Findings&);
};

std::span<const Check> all_checks();

// The checks that are wanted; all of them where there is none.
using WantedRule = bool (*)(Rule);

// What a budget says of itself, and so what stays as it is when a year is closed.
bool is_of_budget(Rule rule);

// Every finding of every wanted check, by place, with the severities and [[negeer]]s of the plan applied. A [[negeer]]
// that matched nothing is a finding itself. `overdrachten` are those of the plan.
Findings all_findings(const Worked& worked, const std::vector<Overdracht>& overdrachten, WantedRule wanted = nullptr);

// The same of several plans at once, which then share the cores.
struct ToCheck {
  const Worked& worked;
  const std::vector<Overdracht>& overdrachten;
};
std::vector<Findings> all_findings(std::span<const ToCheck> plans, WantedRule wanted = nullptr);

// The same as they are told: what only follows from other findings (`causes`) stands as a note under those, and is a
// finding of its own where none of them is shown.
Findings check_plan(const Worked& worked, WantedRule wanted = nullptr);
Findings as_told(Findings all);  // of all_findings: check_plan, for who has those already

// What wijziging-horizon and wijziging-afgesloten-jaar find: for commands that make no other check.
Findings find_shifted_out(const Plan& plan);
Findings find_closed_kept(const Plan& plan);

}  // namespace saldo
