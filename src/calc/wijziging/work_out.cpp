#include "calc/wijziging/work_out.h"

#include <algorithm>
#include <utility>

#include "calc/prognose/prognose.h"
#include "calc/wijziging/apply.h"
#include "calc/wijziging/neutraal.h"
#include "plan/link/link.h"
#include "plan/load.h"

namespace saldo {

namespace {

// Whether something counts beside the budget.
bool has_booked(const Plan& plan) {
  return !plan.booked.empty() || std::any_of(plan.projects.begin(), plan.projects.end(), [](const Project& project) {
    return project.more->realised_opening.has_value();
  });
}

// What was budgeted, beside what was booked and what is expected. Whether it has an outcome is told of the plan itself.
std::shared_ptr<const Worked> work_out_budget(const Plan& plan) {
  const auto budget = std::make_shared<Worked>();
  budget->plan = plan;
  forget_booked(budget->plan);
  budget->amounts = resolve(budget->plan).amounts;
  budget->balances = work_out_balances(budget->plan, budget->amounts);
  return budget;
}

// What counts beside the budget, and the budget where anything does.
void count_layers(Standing standing, std::optional<Date> as_of, Worked& worked) {
  worked.begroot.reset();
  const bool expects = standing == Standing::prognose && !worked.plan.tussentijds.empty();
  if (!expects && !has_booked(worked.plan)) return;
  worked.begroot = work_out_budget(worked.plan);
  if (expects) count_expected(worked.plan, worked.begroot->amounts, as_of);
}

// `worked.plan` is what was read, joined; `findings` are those of the reading.
Findings work_out_joined(Findings findings, bool complete, const ChangeList& changes, Worked& worked, Trace* trace) {
  // In a plan that could not be read in full, a name that is not found may still be there.
  if (complete) apply_changes(changes, worked.plan, findings);
  sort_by_place(findings);
  if (!findings.empty()) return findings;
  return work_out_linked(changes.standing(), changes.as_of(), worked, trace);
}

}  // namespace

Findings work_out_linked(Standing standing, std::optional<Date> as_of, Worked& worked, Trace* trace) {
  // Beyond this fence every name is found and every year is one of the plan's.
  count_layers(standing, as_of, worked);
  Resolved resolved = resolve(worked.plan, trace);
  if (!resolved.findings.empty()) return std::move(resolved.findings);
  // Beyond this fence every amount is there, and within range.
  worked.amounts = std::move(resolved.amounts);
  worked.balances = work_out_balances(worked.plan, worked.amounts);
  Findings findings_of_range = check_range(worked.plan, worked.balances);
  // A balance of the budget may leave the range where that of what was booked does not.
  if (!findings_of_range.empty() || !worked.begroot) return findings_of_range;
  return check_range(worked.begroot->plan, worked.begroot->balances);
  // Beyond this fence every balance is within range as well.
}

Findings work_out(const PlanBase& base, const ChangeList& changes, Worked& worked, Trace* trace) {
  worked.plan = base.joined;
  worked.plan.not_neutral = find_not_neutral(base, changes);
  return work_out_joined(base.findings, base.complete, changes, worked, trace);
}

Findings work_out(PlanBase&& base, const ChangeList& changes, Worked& worked, Trace* trace) {
  std::vector<NotNeutral> not_neutral = find_not_neutral(base, changes);
  worked.plan = std::move(base.joined);
  worked.plan.not_neutral = std::move(not_neutral);
  return work_out_joined(base.findings, base.complete, changes, worked, trace);
}

}  // namespace saldo
