#include "calc/risk/caps.h"

#include <algorithm>

namespace saldo {

namespace {

// When draws decide what the years before have: -min(0, earlier - maximum).
Slot what_is_left(StepList& steps, const Maximum& maximum, SlotSum earlier) {
  earlier.start -= maximum.amount;
  const Slot over = steps.add_sum(std::move(earlier));
  return steps.scale(steps.least(Money(), {over}, steps.bound(over)), Ratio{-1, 1}, {});
}

}  // namespace

std::optional<Slot> at_most(StepList& steps, const Maximum& maximum, std::optional<Slot> amount, Money sure_amount,
                            SlotSum earlier) {
  if (!earlier.plus.empty()) {
    const Slot left = what_is_left(steps, maximum, std::move(earlier));
    if (!amount) return steps.least(sure_amount, {left}, sure_amount.size() + steps.bound(left));
    const Money bound = steps.bound(*amount) + steps.bound(left);
    return steps.least(Money::of_cents(Money::limit_cents), {*amount, left}, bound);
  }
  if (!amount) return std::nullopt;
  const Money most = maximum.of_all_years ? std::max(Money(), maximum.amount - earlier.start) : maximum.amount;
  return steps.least(most, {*amount}, steps.bound(*amount) + most);
}

}  // namespace saldo
