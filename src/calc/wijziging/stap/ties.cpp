#include "calc/wijziging/stap/ties.h"

#include <utility>

namespace saldo {

Numbers named_by(const Plan& plan, const Project& project) {
  Numbers named;
  for (const Leg& leg : project.legs) {
    named.insert(leg.other.name);
    named.insert(leg.other.name.substr(0, leg.other.name.find('/')));  // until it is linked it may name a post
  }
  for (const Reference<ProjectId>& other : *project.dubbeling_met) named.insert(other.name);
  if (project.more->restant_reserve) named.insert(project.more->restant_reserve->name);
  if (project.more->restant == Restant::investeringsbudget && plan.investeringsbudget)
    named.insert(plan.investeringsbudget->name);
  return named;
}

void Ties::set(const std::string& nr, Numbers named) {
  for (const std::string& other : of_[nr].names) of_[other].named_by.erase(nr);
  for (const std::string& other : named) of_[other].named_by.insert(nr);
  of_[nr].names = std::move(named);
}

bool Ties::is_named(const std::string& nr) const {
  const auto found = of_.find(nr);
  return found != of_.end() && !found->second.named_by.empty();
}

Numbers Ties::tied_to(const Numbers& some) const {
  Numbers all = some;
  std::vector<std::string> next(some.begin(), some.end());
  while (!next.empty()) {
    const auto found = of_.find(next.back());
    next.pop_back();
    if (found == of_.end()) continue;
    for (const Numbers* others : {&found->second.names, &found->second.named_by})
      for (const std::string& other : *others)
        if (all.insert(other).second) next.push_back(other);
  }
  return all;
}

}  // namespace saldo
