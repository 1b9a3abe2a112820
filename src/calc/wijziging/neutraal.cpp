#include "calc/wijziging/neutraal.h"

#include <utility>

#include "calc/resolve.h"
#include "calc/worked.h"

namespace saldo {

namespace {

// In the order in which they apply.
std::vector<const Begrotingswijziging*> adopted_among(const ChangeList& changes) {
  std::vector<const Begrotingswijziging*> adopted;
  for (const ChangeList::Item& item : changes.items())
    if (item.adopted != nullptr && (adopted.empty() || adopted.back() != item.adopted)) adopted.push_back(item.adopted);
  return adopted;
}

// Whether there is one.
bool adds_up(const PlanBase& base, const ChangeList& changes, Worked& worked) {
  worked.plan = base.joined;
  Findings findings = base.findings;
  if (base.complete) apply_changes(changes, worked.plan, findings);
  if (!findings.empty()) return false;
  Resolved resolved = resolve(worked.plan);
  worked.amounts = std::move(resolved.amounts);
  if (resolved.findings.empty()) worked.balances = work_out_balances(worked.plan, worked.amounts);
  return resolved.findings.empty() && check_range(worked.plan, worked.balances).empty();
}

void compare(const Begrotingswijziging& adopted, const Worked& before, const Worked& after,
             std::vector<NotNeutral>& found) {
  const auto add = [&](std::optional<Year> year, Money was, Money is) {
    if (was != is) found.push_back({adopted.nr, year, was, is, adopted.neutraal_place});
  };
  const Balance &was = before.balances.total, &is = after.balances.total;
  add(std::nullopt, was.opening, is.opening);
  for (std::size_t y = 0; y < was.years.size(); ++y)
    add(before.plan.years.at(y), was.years[y].resultaat().counted(), is.years[y].resultaat().counted());
}

}  // namespace

std::vector<NotNeutral> find_not_neutral(const PlanBase& base, const ChangeList& changes) {
  std::vector<NotNeutral> found;
  ChangeList until;
  until.show(Standing::actueel, changes.as_of());
  Worked before, after;
  for (const Begrotingswijziging* adopted : adopted_among(changes)) {
    if (!adopted->neutraal) {
      until.add_adopted(*adopted);
      continue;
    }
    // What hinders the plan before or after it hinders the plan as a whole, and is told of that.
    const bool is_known = adds_up(base, until, before);
    until.add_adopted(*adopted);
    if (is_known && adds_up(base, until, after)) compare(*adopted, before, after, found);
  }
  return found;
}

}  // namespace saldo
