#include "plan/model.h"

#include <algorithm>

namespace saldo {

std::optional<ProjectId> Plan::find_project(std::string_view nr) const {
  const auto found = std::find_if(projects.begin(), projects.end(), [nr](const Project& p) { return p.nr == nr; });
  if (found == projects.end()) return std::nullopt;
  return static_cast<ProjectId>(found - projects.begin());
}

// Legs stand in the order of their posts, one or two a post.
const Leg& Project::leg(std::size_t post, Direction direction) const {
  auto leg = std::partition_point(legs.begin(), legs.end(), [post](const Leg& l) { return l.post < post; });
  return leg->direction == direction ? *leg : *++leg;
}

const Term* find_term(const Side& side, Year year) {
  const auto found =
      std::find_if(side.terms.begin(), side.terms.end(), [year](const Term& t) { return t.year == year; });
  return found == side.terms.end() ? nullptr : &*found;
}

}  // namespace saldo
