// What the cells of a plan come to together, for who tells an amount as a formula of others: added up here, and told there.
#pragma once

#include <span>
#include <vector>

#include "calc/needs.h"
#include "calc/worked.h"

namespace saldo {

struct SignedCell {
  AmountOf cell;
  int sign = +1;
};

// Absent when none of them has anything.
Amount add_up(const Worked& worked, std::span<const SignedCell> cells);

// A figure of these projects together.
Amount add_up(const Worked& worked, std::span<const std::size_t> projects, Figure figure, std::size_t year);

// What each step leads to, from nothing.
std::vector<Money> add_up_in_order(std::span<const Money> steps);

// A step from one stand to the next in parts that do not cross zero, for who stacks them: what is under it on its way from
// zero, and what of it goes up or down. The first of each is above zero or nothing, the second below it or nothing.
struct StepParts {
  Money under, up, down;
  Money under_below, up_below, down_below;
};
StepParts parts_of_step(Money before, Money after);

// The sum of what a cell needs, of amounts as they are shown.
Amount sum_of_shown(const Worked& worked, const AmountGraph& graph, const AmountOf& cell);

// Whether the rule of a cell makes of that what the cell has: not where it goes on from a budget that what was booked
// stands in the place of.
bool follows_from_shown(const Worked& worked, const AmountGraph& graph, const AmountOf& cell);

}  // namespace saldo
