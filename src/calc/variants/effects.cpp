#include "calc/variants/effects.h"

#include <algorithm>

#include "calc/resolve.h"

namespace saldo {

std::optional<Outcome> work_out_outcome(const PlanBase& base, const ChangeList& changes, Findings& findings) {
  Plan plan = base.joined;
  apply_changes(changes, plan, findings);
  if (!findings.empty()) return std::nullopt;
  Resolved resolved = resolve(plan);
  findings = std::move(resolved.findings);
  if (!findings.empty()) return std::nullopt;
  Balances balances = work_out_balances(plan, resolved.amounts, Selection(plan.projects.size(), true));
  findings = check_range(plan, balances);
  if (!findings.empty()) return std::nullopt;
  Outcome outcome{std::move(balances.total), std::nullopt};
  if (plan.investeringsbudget)
    outcome.investeringsbudget = std::move(balances.projects[position(*plan.investeringsbudget->id)]);
  return outcome;
}

namespace {

Money stand(const Outcome& outcome, std::size_t year) {
  return outcome.investeringsbudget ? outcome.investeringsbudget->years[year].eindsaldo : Money();
}

Neutraal neutrality(const Effect& effect) {
  Money sum = effect.opening;
  for (const EffectYear& year : effect.years) sum += year.saldo;
  const bool each = effect.opening == Money() && std::all_of(effect.years.begin(), effect.years.end(),
                                                             [](const EffectYear& y) { return y.saldo == Money(); });
  if (each) return Neutraal::elk_jaar;
  return sum == Money() ? Neutraal::over_de_jaren : Neutraal::nee;
}

}  // namespace

Effect effect_between(const Outcome& before, const Outcome& after) {
  Effect effect{after.total.opening - before.total.opening, {}, {}};
  for (std::size_t y = 0; y < after.total.years.size(); ++y) {
    const YearFigures& was = before.total.years[y];
    const YearFigures& is = after.total.years[y];
    effect.years.push_back({is.baten.counted() - was.baten.counted(), is.lasten.counted() - was.lasten.counted(),
                            is.saldo().counted() - was.saldo().counted(), stand(after, y) - stand(before, y)});
  }
  effect.neutraal = neutrality(effect);
  return effect;
}

}  // namespace saldo
