// Which posts of one project pay or receive from which other project, found without searching.
//
// Legs that name a post of the other side make a stream of their own with it, apart from what else the two projects
// exchange: `van = "3.20/3"` receives what post 3 sends, and no other money.
#pragma once

#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

#include "plan/model.h"

namespace saldo {

// Legs that belong together, between two projects: 0 holds all that no name sets apart.
using Stream = std::uint32_t;

struct LegRef {
  ProjectId project;  // whose leg it is
  const Leg* leg;
  Stream stream = 0;
};

class LegsBetween {
 public:
  explicit LegsBetween(const Plan& plan);

  // Every sender and receiver, whichever of the two has posts for it, once and in order.
  struct Pair {
    ProjectId van, naar;
    Stream stream = 0;
    friend auto operator<=>(const Pair&, const Pair&) = default;
  };
  const std::vector<Pair>& pairs() const { return pairs_; }

  // The posts of `project` that send to (lasten) or receive from (baten) `other`, in source order.
  std::span<const LegRef> legs(ProjectId project, ProjectId other, Direction direction, Stream stream) const;

  Stream stream_of(const Project& project, const Leg& leg) const;

 private:
  std::uint32_t outermost(std::uint32_t side) const;
  void join(std::uint32_t side, std::uint32_t other);

  std::unordered_map<std::uint32_t, std::uint32_t>
      joined_;  // sides of the plan that belong together; few plans have any
  std::vector<LegRef> sorted_;
  std::vector<Pair> pairs_;
};

}  // namespace saldo
