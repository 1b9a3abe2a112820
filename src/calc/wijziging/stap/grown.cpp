#include "calc/wijziging/stap/grown.h"

#include <algorithm>

namespace saldo {

namespace {

bool closes_or_mirrors(const Side& side) {
  return std::any_of(side.terms.begin(), side.terms.end(),
                     [](const Term& term) { return term.facts().closes || term.facts().mirrors; });
}

bool is_over_all(const Side& side) { return side.percentage() != nullptr && side.percentage()->over.empty(); }

template <class Holds>
bool any_side(const Project& project, std::size_t first, std::size_t last, Holds holds) {
  for (std::size_t post = first; post < last; ++post)
    if (holds(project.posts[post].baten) || holds(project.posts[post].lasten)) return true;
  return false;
}

}  // namespace

bool stand_apart(const Project& project, std::size_t first) {
  const auto is_new = [first](const auto& of) { return of.post >= first; };
  const bool goes_on = project.restant == Restant::investeringsbudget || project.restant == Restant::reserve;
  return !goes_on && std::none_of(project.legs.begin(), project.legs.end(), is_new) &&
         std::none_of(project.onzekerheden.begin(), project.onzekerheden.end(), is_new) &&
         !any_side(project, 0, project.posts.size(), closes_or_mirrors) && !any_side(project, 0, first, is_over_all) &&
         !any_side(project, first, project.posts.size(), [](const Side& side) { return side.percentage() != nullptr; });
}

Project with_only(const Project& project, std::size_t first) {
  Project only;
  only.nr = project.nr;
  only.naam = project.naam;
  only.place = project.place;
  only.programmalijn = project.programmalijn;
  only.einde = project.einde;
  only.einde_place = project.einde_place;
  only.posts.assign(project.posts.begin() + static_cast<std::ptrdiff_t>(first), project.posts.end());
  return only;
}

Balance added_up(Balance without, const Balance& only) {
  for (std::size_t y = 0; y < without.years.size(); ++y) {
    without.years[y].baten += only.years[y].baten;
    without.years[y].lasten += only.years[y].lasten;
  }
  run_on(without);
  return without;
}

}  // namespace saldo
