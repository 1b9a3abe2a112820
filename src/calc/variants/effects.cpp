#include "calc/variants/effects.h"

#include <algorithm>

namespace saldo {

namespace {

Money stand_of_rib(const Totals& totals, std::size_t year) { return totals.rib.empty() ? Money() : totals.rib[year]; }

Neutraal neutrality(const Effect& effect) {
  Money sum = effect.opening;
  for (const EffectYear& year : effect.years) sum += year.resultaat;
  const bool each =
      effect.opening == Money() &&
      std::all_of(effect.years.begin(), effect.years.end(), [](const EffectYear& y) { return y.resultaat == Money(); });
  if (each) return Neutraal::elk_jaar;
  return sum == Money() ? Neutraal::over_de_jaren : Neutraal::nee;
}

}  // namespace

Totals totals_of(const OneByOne& steps) {
  Totals totals{steps.total(), {}};
  if (const Balance* rib = steps.investeringsbudget())
    for (const YearFigures& year : rib->years) totals.rib.push_back(year.eindsaldo);
  return totals;
}

Effect effect_between(const Totals& before, const Totals& after) {
  Effect effect{after.total.opening - before.total.opening, {}};
  for (std::size_t y = 0; y < after.total.years.size(); ++y) {
    const YearFigures& was = before.total.years[y];
    const YearFigures& is = after.total.years[y];
    effect.years.push_back({is.baten.counted() - was.baten.counted(), is.lasten.counted() - was.lasten.counted(),
                            is.saldo().counted() - was.saldo().counted(),
                            is.resultaat().counted() - was.resultaat().counted(),
                            stand_of_rib(after, y) - stand_of_rib(before, y)});
  }
  effect.neutraal = neutrality(effect);
  return effect;
}

std::vector<ProjectOpening> moved_openings(const OneByOne& steps) {
  std::vector<ProjectOpening> moved;
  for (const MovedProject& project : steps.moved()) {
    if (!project.before || !project.stands) continue;
    const Money verschil = steps.project(*project.stands).opening - project.before->opening;
    if (verschil != Money()) moved.push_back({project.nr, verschil});
  }
  return moved;
}

}  // namespace saldo
