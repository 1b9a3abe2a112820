#include "calc/variants/effects.h"

#include <algorithm>

#include "calc/variants/rib_figures.h"

namespace saldo {

namespace {

Money stand_of_rib(const Worked& worked, std::size_t year) {
  const Balance* rib = rib_balance(worked);
  return rib == nullptr ? Money() : rib->years[year].eindsaldo;
}

Neutraal neutrality(const Effect& effect) {
  Money sum = effect.opening;
  for (const EffectYear& year : effect.years) sum += year.resultaat;
  const bool each =
      effect.opening == Money() &&
      std::all_of(effect.years.begin(), effect.years.end(), [](const EffectYear& y) { return y.resultaat == Money(); });
  if (each) return Neutraal::elk_jaar;
  return sum == Money() ? Neutraal::over_de_jaren : Neutraal::nee;
}

// A change adds no projects, so they stand in the same order.
std::vector<ProjectOpening> moved_openings(const Worked& before, const Worked& after) {
  std::vector<ProjectOpening> moved;
  for (std::size_t p = 0; p < before.plan.projects.size() && p < after.plan.projects.size(); ++p) {
    const Money verschil = after.balances.projects[p].opening - before.balances.projects[p].opening;
    if (verschil != Money()) moved.push_back({after.plan.projects[p].nr, verschil});
  }
  return moved;
}

}  // namespace

Effect effect_between(const Worked& before, const Worked& after) {
  const Balance &old_total = before.balances.total, &new_total = after.balances.total;
  Effect effect{new_total.opening - old_total.opening, {}, {}};
  for (std::size_t y = 0; y < new_total.years.size(); ++y) {
    const YearFigures& was = old_total.years[y];
    const YearFigures& is = new_total.years[y];
    effect.years.push_back({is.baten.counted() - was.baten.counted(), is.lasten.counted() - was.lasten.counted(),
                            is.saldo().counted() - was.saldo().counted(),
                            is.resultaat().counted() - was.resultaat().counted(),
                            stand_of_rib(after, y) - stand_of_rib(before, y)});
  }
  effect.neutraal = neutrality(effect);
  effect.openings = moved_openings(before, after);
  return effect;
}

}  // namespace saldo
