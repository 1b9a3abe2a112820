// Two plans worked out and which part of the one is which part of the other: what every question about their difference
// starts from.
#pragma once

#include <optional>
#include <string_view>

#include "calc/diff/match.h"
#include "calc/worked.h"

namespace saldo {

// One side of a matched post in one year: positions in PlanMatch::projects and in its posts.
struct PairedCell {
  std::uint32_t project = 0;
  std::uint32_t post = 0;
  Direction direction{};
  Year year;
};

// Points to both plans, which outlive it.
struct TwoPlans {
  const Worked& oud;
  const Worked& nieuw;
  PlanMatch match;
  Years all;                    // from the first year of either to the last of either
  std::optional<Years> common;  // the years both have; none: they do not touch

  const Pairing& pair(const PairedCell& cell) const { return match.projects[cell.project].posts[cell.post]; }
};

TwoPlans compare_plans(const Worked& oud, const Worked& nieuw);

// The project, post and cell in one of the two; nothing when it has no such post.
const Project* find_project(const Worked& version, const Pairing& pair, bool is_old);
const Post* find_post(const TwoPlans& two, const PairedCell& cell, bool is_old);

// Absent where that plan has no such post or year.
Amount amount_in(const TwoPlans& two, const PairedCell& cell, bool is_old);

// What an amount has grown by; PM and absent count as nothing.
inline Money difference_between(Amount oud, Amount nieuw) { return (nieuw - oud).counted(); }

// Whether it was booked, in a year that is closed: then that stands in the cell, whatever was budgeted.
bool is_booked(const TwoPlans& two, const PairedCell& cell, bool is_old);

// What decides what stands in a cell; absent years and posts are `leeg`.
Formula formula_in(const TwoPlans& two, const PairedCell& cell, bool is_old);

// Whether what the user wrote for this cell differs: another amount, rule or parameter of the rule. Not whether the
// outcome does: that also follows from other cells, from indexes and from the rounding of the plan.
bool written_differently(const TwoPlans& two, const PairedCell& cell);

std::string_view index_name(const Plan& plan, const Post& post);  // "": none

// Whether two percentages of this cell are over the same side of the same posts, but for those that only one of the plans has.
bool same_over(const TwoPlans& two, const PairedCell& cell, const Percentage& a, const Percentage& b);

// The pairs of posts that a percentage is over, in order; `posts` is PlanMatch::posts_of_old or _new of its project.
std::vector<std::uint32_t> pairs_over(const Percentage& percentage, const std::vector<std::uint32_t>& posts);

}  // namespace saldo
