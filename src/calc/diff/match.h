// Two plans side by side: which project and which post of the one is which of the other.
#pragma once

#include <vector>

#include "calc/diff/pairing.h"
#include "plan/model.h"

namespace saldo {

// `posts` of a project that only one of the plans has are all on that side.
struct ProjectPair {
  Pairing pair;
  std::vector<Pairing> posts;
  std::size_t first_post = 0;  // counted over all pairs
};

struct PlanMatch {
  std::vector<Pairing> lines;
  std::vector<ProjectPair> projects;
  std::vector<std::uint32_t> pair_of_old, pair_of_new;  // by ProjectId: position in `projects`
  std::size_t post_count = 0;                           // pairs of posts

  // The pair of a post of the old or the new plan, by its position in its project.
  std::vector<std::vector<std::uint32_t>> posts_of_old, posts_of_new;
};

PlanMatch match_plans(const Plan& oud, const Plan& nieuw);

// Whether two sides are written the same, wherever they stand.
bool same_side(const Side& a, const Side& b);
bool same_maximum(const Side& a, const Side& b);

}  // namespace saldo
