#include "plan/model.h"

#include <algorithm>

namespace saldo {

std::optional<ProjectId> Plan::find_project(std::string_view nr) const {
  const auto found = std::find_if(projects.begin(), projects.end(), [nr](const Project& p) { return p.nr == nr; });
  if (found == projects.end()) return std::nullopt;
  return static_cast<ProjectId>(found - projects.begin());
}

const Term* find_term(const Side& side, Year year) {
  const auto found =
      std::find_if(side.terms.begin(), side.terms.end(), [year](const Term& t) { return t.year == year; });
  return found == side.terms.end() ? nullptr : &*found;
}

}  // namespace saldo
