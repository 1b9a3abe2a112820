#include "calc/legs_between.h"

#include <algorithm>
#include <tuple>

namespace saldo {

namespace {

struct Key {
  ProjectId project, other;
  Direction direction;
  friend auto operator<=>(const Key&, const Key&) = default;
};

Key key(const LegRef& ref) { return {ref.project, *ref.leg->other.id, ref.leg->direction}; }

}  // namespace

LegsBetween::LegsBetween(const Plan& plan) {
  for (std::size_t p = 0; p < plan.projects.size(); ++p)
    for (const Leg& leg : plan.projects[p].legs) sorted_.push_back({static_cast<ProjectId>(p), &leg});
  std::stable_sort(sorted_.begin(), sorted_.end(), [](const LegRef& a, const LegRef& b) { return key(a) < key(b); });
  for (const LegRef& ref : sorted_) {
    const ProjectId other = *ref.leg->other.id;
    pairs_.push_back(ref.leg->direction == Direction::lasten ? Pair{ref.project, other} : Pair{other, ref.project});
  }
  std::sort(pairs_.begin(), pairs_.end());
  pairs_.erase(std::unique(pairs_.begin(), pairs_.end()), pairs_.end());
}

std::span<const LegRef> LegsBetween::legs(ProjectId project, ProjectId other, Direction direction) const {
  const Key wanted{project, other, direction};
  const auto first =
      std::partition_point(sorted_.begin(), sorted_.end(), [&](const LegRef& r) { return key(r) < wanted; });
  const auto last = std::partition_point(first, sorted_.end(), [&](const LegRef& r) { return key(r) <= wanted; });
  return {first, last};
}

}  // namespace saldo
