#include "calc/relaties.h"

#include <algorithm>
#include <map>

namespace saldo {

namespace {

using Ends = std::pair<ProjectId, ProjectId>;  // the first before the second

Ends ends(ProjectId a, ProjectId b) { return a < b ? Ends{a, b} : Ends{b, a}; }

struct MoneyBetween {
  std::vector<Amount> bedrag;
  Place place;
  bool declared = false;
};

std::map<Ends, MoneyBetween> money_between(const Plan& plan, const std::vector<Overdracht>& overdrachten) {
  std::map<Ends, MoneyBetween> all;
  for (const Overdracht& overdracht : overdrachten) {
    const auto [entry, is_new] = all.try_emplace(ends(overdracht.van, overdracht.naar));
    MoneyBetween& between = entry->second;
    if (is_new) between = {std::vector<Amount>(plan.years.size()), overdracht.place};
    if (!overdracht.verzonden.is_absent()) {
      between.bedrag[plan.years.index(overdracht.jaar)] += overdracht.verzonden;
      continue;
    }
    for (const Receipt& receipt : overdracht.receipts) between.bedrag[plan.years.index(receipt.year)] += receipt.amount;
  }
  return all;
}

// Where a project declares another, by both.
std::map<std::pair<ProjectId, ProjectId>, Place> declarations(const Plan& plan) {
  std::map<std::pair<ProjectId, ProjectId>, Place> all;
  for (std::size_t p = 0; p < plan.projects.size(); ++p)
    for (const Reference<ProjectId>& other : *plan.projects[p].dubbeling_met)
      all.try_emplace({static_cast<ProjectId>(p), *other.id}, other.place);
  return all;
}

}  // namespace

bool Relatie::has_money() const {
  return std::any_of(bedrag.begin(), bedrag.end(), [](Amount amount) { return !amount.is_absent(); });
}

std::vector<Relatie> find_relaties(const Plan& plan, const std::vector<Overdracht>& overdrachten) {
  std::map<Ends, MoneyBetween> money = money_between(plan, overdrachten);
  const std::map<std::pair<ProjectId, ProjectId>, Place> declared = declarations(plan);
  std::vector<Relatie> relaties;
  for (std::size_t p = 0; p < plan.projects.size(); ++p) {
    const auto self = static_cast<ProjectId>(p);
    for (const Reference<ProjectId>& other : *plan.projects[p].dubbeling_met) {
      const auto found = money.find(ends(self, *other.id));
      if (found != money.end()) found->second.declared = true;
      const auto back = declared.find({*other.id, self});
      relaties.push_back({self, *other.id, true, back != declared.end(),
                          found == money.end() ? std::vector<Amount>(plan.years.size()) : found->second.bedrag,
                          other.place, back == declared.end() ? Place() : back->second});
    }
  }
  for (const auto& [between, entry] : money)
    if (!entry.declared)
      relaties.push_back({between.first, between.second, false, false, entry.bedrag, entry.place, {}});
  std::stable_sort(relaties.begin(), relaties.end(),
                   [](const Relatie& a, const Relatie& b) { return a.project < b.project; });
  return relaties;
}

}  // namespace saldo
