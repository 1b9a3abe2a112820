// What two plans have otherwise that is about closed years: their records, and openings that do not go on from one.
#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "calc/diff/plan_diff.h"

namespace saldo {

// The years that only one of the plans has closed, or that their records say other things of than amounts. None where
// neither counts what was booked.
std::vector<std::pair<Year, std::vector<SettingDiff>>> differing_records(const TwoPlans& two);

// A new plan begins where the old one was closed: a project whose opening is not what it ended with there.
struct OpeningBreak {
  Pairing pair;
  Money eindsaldo;  // zero where the old plan does not have it
  Money opening;
};

// The year that the new plan goes on from, where the old one closed it.
std::optional<Year> closed_before(const TwoPlans& two);
std::vector<OpeningBreak> find_opening_breaks(const TwoPlans& two, Year closed);

}  // namespace saldo
