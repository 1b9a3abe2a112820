// From what a figure is in the old plan to what it is in the new, verschil by verschil.
#pragma once

#include <optional>
#include <variant>
#include <vector>

#include "calc/diff/plan_diff.h"

namespace saldo {

// One figure of both plans: what has it in the one is what the other knows as the same project, post or programmalijn.
struct BridgedFigure {
  std::optional<Target> oud, nieuw;  // none: that plan has no such thing
  Year year;                         // one that both plans have
};

// `found` is what an address means in one of the plans; its year must be one that both have.
BridgedFigure in_both(const TwoPlans& two, const Target& found, bool is_old);

// What the figure is in the two, and between them what each verschil does to it; the largest first.
struct Bridge {
  struct Step {
    const VerschilKey* verschil;
    Money effect;
  };
  Money oud, nieuw;
  std::vector<Step> steps;  // without those that do nothing to this figure
  std::size_t without_effect = 0;

  // The steps from this one on, together.
  Money rest_from(std::size_t step) const;
};

Bridge build_bridge(const PlanDiff& diff, const BridgedFigure& figure);
Bridge build_bridge(const PlanDiff& diff, Figure figure, Year year);  // of the plan as a whole

// Without this no effect in it is an overflow.
bool overflows(const Bridge& bridge);

}  // namespace saldo
