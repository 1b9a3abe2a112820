#include "calc/wijziging/neutraal.h"

#include "calc/wijziging/work_out.h"

namespace saldo {

namespace {

// In the order in which they apply.
std::vector<const Begrotingswijziging*> adopted_among(const ChangeList& changes) {
  std::vector<const Begrotingswijziging*> adopted;
  for (const ChangeList::Item& item : changes.items())
    if (item.adopted != nullptr && (adopted.empty() || adopted.back() != item.adopted)) adopted.push_back(item.adopted);
  return adopted;
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
    const ChangeList earlier = until;
    until.add_adopted(*adopted);
    if (!adopted->neutraal) continue;
    // What hinders either of them hinders the plan as a whole, and is told of that.
    if (work_out(base, earlier, before).empty() && work_out(base, until, after).empty())
      compare(*adopted, before, after, found);
  }
  return found;
}

}  // namespace saldo
