// What is written otherwise in the new plan than in the old.
#pragma once

#include "calc/diff/plan_diff.h"

namespace saldo {

// Adds to `diff.verschillen` the changes in what is written for baten and lasten, also where they come to the same amount.
// The plans must have a year in common.
void find_written(PlanDiff& diff);

// visit(cell) for every side and common year of the pairs of posts of a project pair, in their order.
template <class Visit>
void for_each_paired_cell(const TwoPlans& two, std::uint32_t project, Visit visit) {
  for (std::uint32_t post = 0; post < two.match.projects[project].posts.size(); ++post)
    for (const Direction direction : both_directions)
      for (std::size_t y = 0; y < two.common->size(); ++y)
        visit(PairedCell{project, post, direction, two.common->at(y)});
}

}  // namespace saldo
