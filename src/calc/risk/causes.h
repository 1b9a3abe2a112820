// What is drawn: the causes of uncertainty in a plan, and the amounts each of them decides.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/finding/diagnostic.h"
#include "calc/cells.h"
#include "plan/model.h"

namespace saldo {

// A post, or all posts with the same samen_met: they come or stay away together and stand at the same point of their
// ranges. Every draw takes two numbers for a cause: one for its kans and one for its ranges.
struct Cause {
  std::string samen_met;  // "" for a post by itself
  std::optional<Ratio> kans;
  bool has_range = false;
  std::vector<AmountOf> posts;  // one for each post; direction and year mean nothing
};

// Whole cents; min <= mode <= max, or the other way round where a share is taken of an amount below zero.
struct Range {
  std::int64_t min = 0, mode = 0, max = 0;
};

// An amount that is drawn itself. Without a range it is what the plan says, if it comes.
struct DrawnAmount {
  AmountOf cell;          // of the year; of a total, its first part
  bool is_total = false;  // the amount is divided over the parts of its side
  std::uint32_t cause = 0;
  Amount written;
  std::optional<Range> range;
};

struct Uncertain {
  std::vector<Cause> causes;  // in the order of the plan
  std::vector<DrawnAmount> amounts;
  Findings findings;  // ranges that are too large to draw from
};

// Whether there is a cause in it at all.
bool has_uncertain(const Plan& plan);

// `amounts` are those of the plan as it is written.
Uncertain find_uncertain(const Plan& plan, const Amounts& amounts);

// 10.000.000.000.000 euro: the width of a range then has an exact double, and every cent in it can be drawn.
inline constexpr std::int64_t most_in_range = 1'000'000'000'000'000;

}  // namespace saldo
