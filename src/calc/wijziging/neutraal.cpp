#include "calc/wijziging/neutraal.h"

#include <algorithm>
#include <optional>

#include "calc/wijziging/stap/one_by_one.h"

namespace saldo {

namespace {

// In the order in which they apply.
std::vector<const Begrotingswijziging*> adopted_among(const ChangeList& changes) {
  std::vector<const Begrotingswijziging*> adopted;
  for (const ChangeList::Item& item : changes.items())
    if (item.adopted != nullptr && (adopted.empty() || adopted.back() != item.adopted)) adopted.push_back(item.adopted);
  return adopted;
}

void compare(const Begrotingswijziging& adopted, const Years& years, const Balance& was, const Balance& is,
             std::vector<NotNeutral>& found) {
  const auto add = [&](std::optional<Year> year, Money before, Money after) {
    if (before != after) found.push_back({adopted.nr, year, before, after, adopted.neutraal_place});
  };
  add(std::nullopt, was.opening, is.opening);
  for (std::size_t y = 0; y < was.years.size(); ++y)
    add(years.at(y), was.years[y].resultaat().counted(), is.years[y].resultaat().counted());
}

}  // namespace

std::vector<NotNeutral> find_not_neutral(const PlanBase& base, const ChangeList& changes) {
  std::vector<NotNeutral> found;
  const std::vector<const Begrotingswijziging*> all = adopted_among(changes);
  if (std::none_of(all.begin(), all.end(), [](const auto* adopted) { return adopted->neutraal; })) return found;
  OneByOne steps(base, Standing::actueel, changes.as_of());
  std::size_t layer = 0;
  for (const Begrotingswijziging* adopted : all) {
    // What hinders the plan before or after it hinders the plan as a whole, and is told of that.
    std::optional<Balance> before;
    if (adopted->neutraal && steps.work_out().empty()) before = steps.total();
    ++layer;
    for (const Wijziging& change : adopted->wijzigingen) steps.add({&change, layer, adopted});
    if (before && steps.work_out().empty()) compare(*adopted, steps.plan().years, *before, steps.total(), found);
  }
  return found;
}

}  // namespace saldo
