#include <algorithm>

#include "calc/diff/effects.h"

namespace saldo {

namespace {

VerschilKey project_change(const TwoPlans& two, std::uint32_t project) {
  const Pairing& pair = two.match.projects[project].pair;
  if (!pair.oud) return {project + 1, 0, VerschilKind::project_nieuw};
  return {project + 1, 0, pair.nieuw ? VerschilKind::project : VerschilKind::project_vervallen};
}

bool same_rib(const TwoPlans& two) {
  const auto &a = two.oud.plan.investeringsbudget, &b = two.nieuw.plan.investeringsbudget;
  if (!a || !b) return a.has_value() == b.has_value();
  return two.match.pair_of_old[position(*a->id)] == two.match.pair_of_new[position(*b->id)];
}

// A post that saldo adds by itself follows from the restant of the project that sends it.
VerschilKey restant_change(const TwoPlans& two, const PairedCell& cell, bool is_old) {
  const Worked& version = is_old ? two.oud : two.nieuw;
  const Project& project = *find_project(version, two.match.projects[cell.project].pair, is_old);
  const Pairing& post = two.pair(cell);
  const std::uint32_t at = is_old ? *post.oud : *post.nieuw;
  // In a reserve both what comes in and what goes out follows from the other project.
  const Leg* received = project.find_leg(at, Direction::baten);
  if (received == nullptr && project.is_reserve()) received = project.find_leg(at, Direction::lasten);
  const std::vector<std::uint32_t>& pair_of = is_old ? two.match.pair_of_old : two.match.pair_of_new;
  const std::uint32_t sender = received == nullptr ? cell.project : pair_of[position(*received->other.id)];
  const VerschilKey key = project_change(two, sender);
  if (key.kind == VerschilKind::project && !same_rib(two)) return {0, 0, VerschilKind::investeringsbudget};
  return key;
}

// Not what was booked without a budget, which nobody typed either.
bool is_restant(const TwoPlans& two, const PairedCell& cell, bool is_old) {
  const Pairing& post = two.pair(cell);
  const Project& project = *find_project(is_old ? two.oud : two.nieuw, two.match.projects[cell.project].pair, is_old);
  const std::uint32_t at = is_old ? *post.oud : *post.nieuw;
  const auto has_leg = [&](Direction direction) { return project.find_leg(at, direction) != nullptr; };
  return project.posts[at].automatic && (has_leg(Direction::baten) || has_leg(Direction::lasten));
}

// An indexed amount that is there in only one of the plans because the project ends earlier or later.
bool is_about_the_end(const TwoPlans& two, const PairedCell& cell) {
  const Pairing& pair = two.match.projects[cell.project].pair;
  const auto& before = find_project(two.oud, pair, true)->more->einde;
  const auto& after = find_project(two.nieuw, pair, false)->more->einde;
  const Formula a = formula_in(two, cell, true), b = formula_in(two, cell, false);
  const bool one = (a == Formula::leeg && b == Formula::index) || (a == Formula::index && b == Formula::leeg);
  const auto ended = [&](const std::optional<Year>& einde) { return einde && *einde < cell.year; };
  return one && ended(before) != ended(after) &&
         index_name(two.oud.plan, *find_post(two, cell, true)) ==
             index_name(two.nieuw.plan, *find_post(two, cell, false));
}

}  // namespace

VerschilKey own_verschil(const TwoPlans& two, const PairedCell& cell) {
  const ProjectPair& project = two.match.projects[cell.project];
  if (!project.pair.oud || !project.pair.nieuw) return project_change(two, cell.project);
  const Post *a = find_post(two, cell, true), *b = find_post(two, cell, false);
  if (b != nullptr && is_restant(two, cell, false)) return restant_change(two, cell, false);
  if (a != nullptr && is_restant(two, cell, true)) return restant_change(two, cell, true);
  if (a == nullptr) return {cell.project + 1, cell.post + 1, VerschilKind::post_nieuw};
  if (b == nullptr) return {cell.project + 1, cell.post + 1, VerschilKind::post_vervallen};
  if (is_about_the_end(two, cell)) return {cell.project + 1, 0, VerschilKind::project};
  return {cell.project + 1, cell.post + 1, VerschilKind::bedragen, 0, cell.direction};
}

}  // namespace saldo
