#include "plan/beside_post.h"

#include <algorithm>
#include <tuple>

namespace saldo {

namespace {

auto before(std::uint32_t post) {
  return [post](const Onzekerheid& onzekerheid) { return onzekerheid.post < post; };
}

}  // namespace

// Legs stand in the order of their posts, what a post sends before what it receives.
void set_leg(Project& project, std::uint32_t post, Direction direction, const Reference<ProjectId>& other,
             std::int16_t vertraging) {
  const auto key = [](const Leg& leg) { return std::tuple(leg.post, leg.direction == Direction::lasten ? 0 : 1); };
  const Leg leg{post, direction, vertraging, other};
  const auto there =
      std::partition_point(project.legs.begin(), project.legs.end(), [&](const Leg& l) { return key(l) < key(leg); });
  if (there != project.legs.end() && key(*there) == key(leg)) *there = leg;
  else project.legs.insert(there, leg);
}

const Onzekerheid* find_onzekerheid(const Project& project, std::uint32_t post) {
  const auto there = std::partition_point(project.onzekerheden.begin(), project.onzekerheden.end(), before(post));
  return there != project.onzekerheden.end() && there->post == post ? &*there : nullptr;
}

Onzekerheid& onzekerheid_of(Project& project, std::uint32_t post) {
  const auto there = std::partition_point(project.onzekerheden.begin(), project.onzekerheden.end(), before(post));
  if (there != project.onzekerheden.end() && there->post == post) return *there;
  Onzekerheid onzekerheid;
  onzekerheid.post = post;
  return *project.onzekerheden.insert(there, std::move(onzekerheid));
}

}  // namespace saldo
