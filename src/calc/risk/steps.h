// The steps of a RiskProgram under way: every slot with the most that any draw can make it.
#pragma once

#include <utility>
#include <vector>

#include "calc/risk/program.h"

namespace saldo {

// A sum of amounts: what is sure of it in `start`, the others as slots.
struct SlotSum {
  Money start;
  std::vector<Slot> plus, minus;

  void add(std::optional<Slot> slot, Money amount, int sign) {
    if (sign == 0) return;
    if (slot) (sign > 0 ? plus : minus).push_back(*slot);
    else start += sign > 0 ? amount : -amount;
  }
};

class StepList {
 public:
  // Each adds a step and gives the slot it fills. A sum in which nothing is drawn needs none, nor does one slot alone.
  Slot draw(std::uint32_t cause, bool has_chance, const std::optional<Range>& range, Money written);
  std::optional<Slot> sum(SlotSum sum);
  Slot add_sum(SlotSum sum);  // always a step
  Slot scale(Slot from, Ratio rate, const Rounding& rounding);
  std::vector<Slot> split(Slot total, const std::vector<Ratio>& shares, const Rounding& rounding);
  Slot least(Money start, std::vector<Slot> slots, Money bound);

  // An amount that comes or stays away as a whole, and whose cause decides which.
  std::optional<std::uint32_t> fixed_cause(Slot slot) const;

  Money bound(Slot slot) const { return bounds_[slot]; }
  bool in_range() const;
  bool stays_below(Money limit) const;  // every amount of every draw
  std::size_t slots() const { return bounds_.size(); }
  std::vector<RiskStep> take() { return std::move(steps_); }

 private:
  Slot new_slot(Money bound);
  Slot add(RiskStep step);

  std::vector<RiskStep> steps_;
  std::vector<Money> bounds_;                          // per slot: no draw is larger in size
  std::vector<std::pair<Slot, std::uint32_t>> fixed_;  // slots with one amount or nothing, and their cause
};

}  // namespace saldo
