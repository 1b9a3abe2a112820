#include "plan/model.h"

#include <algorithm>

namespace saldo {

std::optional<ProjectId> Plan::find_project(std::string_view nr) const {
  const auto found = std::find_if(projects.begin(), projects.end(), [nr](const Project& p) { return p.nr == nr; });
  if (found == projects.end()) return std::nullopt;
  return static_cast<ProjectId>(found - projects.begin());
}

bool Plan::has_soorten() const {
  return soort || std::any_of(lines.begin(), lines.end(), [](const Programmalijn& l) { return l.soort.has_value(); }) ||
         std::any_of(projects.begin(), projects.end(), [](const Project& p) { return p.more->own_soort.has_value(); });
}

bool Plan::has_exploitatie() const {
  return std::any_of(projects.begin(), projects.end(), [](const Project& p) { return p.is_exploitatie(); });
}

bool Plan::has_reserve() const {
  return std::any_of(projects.begin(), projects.end(), [](const Project& p) { return p.is_reserve(); });
}

bool Side::takes_onderbouwing() const {
  const Total* divided = total();
  return (divided != nullptr && !divided->totaal) ||
         std::any_of(terms.begin(), terms.end(), [](const Term& term) { return term.facts().takes_onderbouwing; });
}

std::size_t Side::share_number(Year year) const {
  return static_cast<std::size_t>(std::count_if(
      terms.begin(), terms.end(), [year](const Term& term) { return term.facts().is_share && term.year < year; }));
}

// Legs stand in the order of their posts, one or two a post.
const Leg* Project::find_leg(std::size_t post, Direction direction) const {
  auto leg = std::partition_point(legs.begin(), legs.end(), [post](const Leg& l) { return l.post < post; });
  for (; leg != legs.end() && leg->post == post; ++leg)
    if (leg->direction == direction) return &*leg;
  return nullptr;
}

const Term* find_term(const Side& side, Year year) {
  const auto found =
      std::find_if(side.terms.begin(), side.terms.end(), [year](const Term& t) { return t.year == year; });
  return found == side.terms.end() ? nullptr : &*found;
}

const Kenmerk* Plan::kenmerk_of(const Project& project, const Post& post, std::string_view sleutel) const {
  const Kenmerk* found = post.more->kenmerken.find(sleutel);
  if (found == nullptr) found = project.more->kenmerken.find(sleutel);
  for (auto at = project.programmalijn.id; at && found == nullptr; at = line_above(*at))
    found = line(*at).kenmerken.find(sleutel);
  return found;
}

const Afsluiting* Plan::find_afsluiting(Year year) const {
  const auto found = std::lower_bound(afsluitingen.begin(), afsluitingen.end(), year,
                                      [](const Afsluiting& record, Year jaar) { return record.jaar < jaar; });
  return found != afsluitingen.end() && found->jaar == year ? &*found : nullptr;
}

const Onderweg* Afsluiting::find_onderweg(ProjectId van, ProjectId naar) const {
  const auto found = std::partition_point(onderweg.begin(), onderweg.end(), [&](const Onderweg& one) {
    return std::pair(*one.van.id, *one.naar.id) < std::pair(van, naar);
  });
  return found != onderweg.end() && found->van.id == van && found->naar.id == naar ? &*found : nullptr;
}

}  // namespace saldo
