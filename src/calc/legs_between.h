// Which posts of one project pay or receive from which other project, found without searching.
#pragma once

#include <span>
#include <vector>

#include "plan/model.h"

namespace saldo {

struct LegRef {
  ProjectId project;  // whose leg it is
  const Leg* leg;
};

class LegsBetween {
 public:
  explicit LegsBetween(const Plan& plan);

  // Every sender and receiver, whichever of the two has posts for it, once and in order.
  struct Pair {
    ProjectId van, naar;
    friend auto operator<=>(const Pair&, const Pair&) = default;
  };
  const std::vector<Pair>& pairs() const { return pairs_; }

  // The posts of `project` that send to (lasten) or receive from (baten) `other`, in source order.
  std::span<const LegRef> legs(ProjectId project, ProjectId other, Direction direction) const;

 private:
  std::vector<LegRef> sorted_;
  std::vector<Pair> pairs_;
};

}  // namespace saldo
