#include "calc/wijziging/work_out.h"

#include <utility>

#include "calc/wijziging/apply.h"
#include "plan/load.h"

namespace saldo {

namespace {

// `worked.plan` is what was read, joined; `findings` are those of the reading.
Findings work_out_joined(Findings findings, bool complete, const ChangeList& changes, Worked& worked, Trace* trace) {
  // In a plan that could not be read in full, a name that is not found may still be there.
  if (complete) apply_changes(changes, worked.plan, findings);
  sort_by_place(findings);
  if (!findings.empty()) return findings;
  // Beyond this fence every name is found and every year is one of the plan's.
  Resolved resolved = resolve(worked.plan, trace);
  if (!resolved.findings.empty()) return std::move(resolved.findings);
  // Beyond this fence every amount is there, and within range.
  worked.amounts = std::move(resolved.amounts);
  worked.balances = work_out_balances(worked.plan, worked.amounts);
  return check_range(worked.plan, worked.balances);
  // Beyond this fence every balance is within range as well.
}

}  // namespace

Findings work_out(const PlanBase& base, const ChangeList& changes, Worked& worked, Trace* trace) {
  worked.plan = base.joined;
  return work_out_joined(base.findings, base.complete, changes, worked, trace);
}

Findings work_out(PlanBase&& base, const ChangeList& changes, Worked& worked, Trace* trace) {
  worked.plan = std::move(base.joined);
  return work_out_joined(base.findings, base.complete, changes, worked, trace);
}

}  // namespace saldo
