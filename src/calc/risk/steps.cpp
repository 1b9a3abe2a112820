#include "calc/risk/steps.h"

#include <algorithm>

namespace saldo {

namespace {

// Every number on the way of a scale stays below 2^49.
bool is_small(Money from, const RiskStep& step, Money bound) {
  constexpr Wide limit = Wide{1} << 49;
  const Wide num = step.rate.num < 0 ? -step.rate.num : step.rate.num;
  if (bound.is_overflow()) return false;
  if (num >= limit || step.rate.den >= limit || step.rounding.unit.cents() >= limit) return false;
  return Wide{from.cents()} < limit && Wide{from.cents()} * num < limit &&
         step.rate.den * step.rounding.unit.cents() < limit && Wide{bound.cents()} < limit;
}

}  // namespace

Slot StepList::new_slot(Money bound) {
  bounds_.push_back(bound);
  return static_cast<Slot>(bounds_.size() - 1);
}

Slot StepList::add(RiskStep step) {
  steps_.push_back(std::move(step));
  return steps_.back().to;
}

Slot StepList::draw(std::uint32_t cause, bool has_chance, const std::optional<Range>& range, Money written) {
  RiskStep step{.kind = StepKind::draw};
  step.cause = cause;
  step.has_chance = has_chance;
  step.has_range = range.has_value();
  step.range = range.value_or(Range{written.cents(), written.cents(), written.cents()});
  step.to = new_slot(std::max(Money::of_cents(step.range.min).size(), Money::of_cents(step.range.max).size()));
  if (!range) fixed_.emplace_back(step.to, cause);
  return add(std::move(step));
}

std::optional<Slot> StepList::sum(SlotSum sum) {
  if (sum.plus.empty() && sum.minus.empty()) return std::nullopt;
  if (sum.plus.size() == 1 && sum.minus.empty() && sum.start == Money()) return sum.plus.front();
  return add_sum(std::move(sum));
}

Slot StepList::add_sum(SlotSum sum) {
  Money bound = sum.start.size();
  for (const std::vector<Slot>* slots : {&sum.plus, &sum.minus})
    for (const Slot slot : *slots) bound += bounds_[slot];
  RiskStep step{.kind = StepKind::sum};
  step.to = new_slot(bound);
  step.start = sum.start.is_overflow() ? 0 : sum.start.cents();
  step.plus = std::move(sum.plus);
  step.minus = std::move(sum.minus);
  return add(std::move(step));
}

Slot StepList::scale(Slot from, Ratio rate, const Rounding& rounding) {
  RiskStep step{.kind = StepKind::scale};
  step.from = from;
  step.rate = Ratio{0, 1} + rate;  // in its lowest terms
  step.rounding = rounding;
  const Ratio size = step.rate.num < 0 ? step.rate * Ratio{-1, 1} : step.rate;
  const Money bound = rounded(Ratio::of(bounds_[from]) * size, {rounding.unit, RoundingMode::up, false});
  step.is_small = is_small(bounds_[from], step, bound);
  step.to = new_slot(bound);
  return add(std::move(step));
}

std::vector<Slot> StepList::split(Slot total, const std::vector<Ratio>& shares, const Rounding& rounding) {
  RiskStep step{.kind = StepKind::split};
  step.from = total;
  step.shares = shares;
  step.rounding = rounding;
  const Money bound = bounds_[total] + bounds_[total] + rounding.unit;  // shares are at most the whole
  for (std::size_t part = 0; part < shares.size(); ++part) step.plus.push_back(new_slot(bound));
  std::vector<Slot> parts = step.plus;
  add(std::move(step));
  return parts;
}

Slot StepList::least(Money start, std::vector<Slot> slots, Money bound) {
  RiskStep step{.kind = StepKind::least};
  step.start = start.cents();
  step.plus = std::move(slots);
  step.to = new_slot(bound);
  return add(std::move(step));
}

std::optional<std::uint32_t> StepList::fixed_cause(Slot slot) const {
  const auto found = std::lower_bound(fixed_.begin(), fixed_.end(), std::pair(slot, std::uint32_t{0}));
  return found != fixed_.end() && found->first == slot ? std::optional(found->second) : std::nullopt;
}

bool StepList::stays_below(Money limit) const {
  return std::all_of(bounds_.begin(), bounds_.end(),
                     [&](Money bound) { return !bound.is_overflow() && bound < limit; });
}

bool StepList::in_range() const {
  return std::none_of(bounds_.begin(), bounds_.end(), [](Money bound) { return bound.is_overflow(); });
}

}  // namespace saldo
