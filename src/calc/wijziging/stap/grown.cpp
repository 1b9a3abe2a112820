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

bool GrowingProjects::stand_apart(const Project& project, std::size_t first) {
  const auto has_new = [first](const auto& in_order) { return !in_order.empty() && in_order.back().post >= first; };
  const bool goes_on =
      project.more->restant == Restant::investeringsbudget || project.more->restant == Restant::reserve;
  if (goes_on || has_new(project.legs) || has_new(project.onzekerheden)) return false;
  const std::size_t last = project.posts.size();
  const auto known = looked_at_.find(project.nr);
  const std::size_t from = known == looked_at_.end() ? 0 : std::min(known->second, first);
  if (any_side(project, from, last, closes_or_mirrors) || any_side(project, from, first, is_over_all) ||
      any_side(project, first, last, [](const Side& side) { return side.percentage() != nullptr; }))
    return false;
  looked_at_.insert_or_assign(project.nr, last);
  return true;
}

Project with_only(const Project& project, std::size_t first) {
  Project only;
  only.nr = project.nr;
  only.naam = project.naam;
  only.place = project.place;
  only.programmalijn = project.programmalijn;
  if (project.more->einde) {
    only.more.own().einde = project.more->einde;
    only.more.own().einde_place = project.more->einde_place;
  }
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
