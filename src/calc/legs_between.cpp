#include "calc/legs_between.h"

#include <algorithm>
#include <tuple>

namespace saldo {

namespace {

struct Key {
  ProjectId project, other;
  Direction direction;
  Stream stream;
  friend auto operator<=>(const Key&, const Key&) = default;
};

Key key(const LegRef& ref) { return {ref.project, *ref.leg->other.id, ref.leg->direction, ref.stream}; }

std::uint32_t number_of(const Project& project, std::uint32_t post, Direction direction) {
  return static_cast<std::uint32_t>(side_number(project.first_post + post, direction));
}

}  // namespace

LegsBetween::LegsBetween(const Plan& plan) {
  for (const Project& project : plan.projects)
    for (const Leg& leg : project.legs)
      if (leg.other_post)
        join(number_of(project, leg.post, leg.direction),
             number_of(plan.project(*leg.other.id), *leg.other_post, opposite(leg.direction)));
  for (std::size_t p = 0; p < plan.projects.size(); ++p)
    for (const Leg& leg : plan.projects[p].legs)
      sorted_.push_back({static_cast<ProjectId>(p), &leg, stream_of(plan.projects[p], leg)});
  std::stable_sort(sorted_.begin(), sorted_.end(), [](const LegRef& a, const LegRef& b) { return key(a) < key(b); });
  for (const LegRef& ref : sorted_) {
    const ProjectId other = *ref.leg->other.id;
    pairs_.push_back(ref.leg->direction == Direction::lasten ? Pair{ref.project, other, ref.stream}
                                                             : Pair{other, ref.project, ref.stream});
  }
  std::sort(pairs_.begin(), pairs_.end());
  pairs_.erase(std::unique(pairs_.begin(), pairs_.end()), pairs_.end());
}

std::span<const LegRef> LegsBetween::legs(ProjectId project, ProjectId other, Direction direction,
                                          Stream stream) const {
  const Key wanted{project, other, direction, stream};
  const auto first =
      std::partition_point(sorted_.begin(), sorted_.end(), [&](const LegRef& r) { return key(r) < wanted; });
  const auto last = std::partition_point(first, sorted_.end(), [&](const LegRef& r) { return key(r) <= wanted; });
  return {first, last};
}

Stream LegsBetween::stream_of(const Project& project, const Leg& leg) const {
  const std::uint32_t side = number_of(project, leg.post, leg.direction);
  return joined_.contains(side) ? outermost(side) + 1 : 0;
}

// The least of all sides that belong with this one.
std::uint32_t LegsBetween::outermost(std::uint32_t side) const {
  while (joined_.at(side) != side) side = joined_.at(side);
  return side;
}

void LegsBetween::join(std::uint32_t side, std::uint32_t other) {
  joined_.try_emplace(side, side);
  joined_.try_emplace(other, other);
  const auto [least, most] = std::minmax({outermost(side), outermost(other)});
  joined_[most] = least;
}

}  // namespace saldo
