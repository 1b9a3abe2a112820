#include "calc/variants/verloop.h"

#include <algorithm>

namespace saldo {

namespace {

VerloopFigures figures_of(const Balance& balance) {
  VerloopFigures figures{balance.opening, {}};
  for (const YearFigures& year : balance.years) figures.years.push_back({year.baten, year.lasten, year.saldo()});
  return figures;
}

VerloopFigures nothing(std::size_t years) { return {Money(), std::vector<VerloopYear>(years)}; }

// Money where there is any before or after. PM that comes or goes is PM, and never 0; where PM or nothing stays what it is,
// the change does nothing.
Amount step_between(Amount was, Amount is) {
  if (was.is_money() || is.is_money()) return difference(is, was);
  return was == is ? Amount() : Amount::pm();
}

void take_step(VerloopOf& of, VerloopFigures after) {
  VerloopFigures step{after.opening - of.eind.opening, {}};
  for (std::size_t y = 0; y < after.years.size(); ++y) {
    const VerloopYear &was = of.eind.years[y], &is = after.years[y];
    step.years.push_back(
        {step_between(was.baten, is.baten), step_between(was.lasten, is.lasten), step_between(was.saldo, is.saldo)});
  }
  of.steps.push_back(std::move(step));
  of.eind = std::move(after);
}

template <class Holds>
bool any_amount(const VerloopFigures& figures, Holds holds) {
  return std::any_of(figures.years.begin(), figures.years.end(), [&](const VerloopYear& year) {
    return holds(year.baten) || holds(year.lasten) || holds(year.saldo);
  });
}

bool any_overflows(const VerloopOf& of) {
  return std::any_of(of.steps.begin(), of.steps.end(), [](const VerloopFigures& step) { return step.overflows(); });
}

}  // namespace

bool VerloopFigures::does_something() const {
  return opening != Money() ||
         any_amount(*this, [](Amount amount) { return !amount.is_absent() && amount != Amount(Money()); });
}

bool VerloopFigures::overflows() const {
  return opening.is_overflow() || any_amount(*this, [](Amount amount) { return amount.is_overflow(); });
}

bool VerloopOf::moves_opening() const {
  return std::any_of(steps.begin(), steps.end(), [](const VerloopFigures& step) { return step.opening != Money(); });
}

bool Verloop::overflows() const {
  return any_overflows(total) || std::any_of(projects.begin(), projects.end(), any_overflows);
}

Verloop verloop_from(const Worked& primitief) {
  const VerloopFigures all = figures_of(primitief.balances.total);
  Verloop verloop{{"", primitief.plan.naam, all, {}, all}, {}};
  for (std::size_t p = 0; p < primitief.plan.projects.size(); ++p) {
    const VerloopFigures own = figures_of(primitief.balances.projects[p]);
    verloop.projects.push_back({primitief.plan.projects[p].nr, primitief.plan.projects[p].naam, own, {}, own});
  }
  return verloop;
}

void add_step(Verloop& verloop, const Worked& changed) {
  const std::size_t before = verloop.total.steps.size(), years = changed.plan.years.size();
  take_step(verloop.total, figures_of(changed.balances.total));
  for (std::size_t p = 0; p < changed.plan.projects.size(); ++p) {
    const Project& project = changed.plan.projects[p];
    const auto is_it = [&](const VerloopOf& known) { return known.nr == project.nr; };
    auto of = verloop.projects.begin() + static_cast<std::ptrdiff_t>(std::min(p, verloop.projects.size()));
    // Most changes drop no project, so it stands where it stood.
    if (of == verloop.projects.end() || !is_it(*of))
      of = std::find_if(verloop.projects.begin(), verloop.projects.end(), is_it);
    if (of == verloop.projects.end())
      of = verloop.projects.insert(of, {project.nr, project.naam, nothing(years),
                                        std::vector<VerloopFigures>(before, nothing(years)), nothing(years)});
    take_step(*of, figures_of(changed.balances.projects[p]));
  }
  for (VerloopOf& of : verloop.projects)
    if (of.steps.size() == before) take_step(of, nothing(years));
}

}  // namespace saldo
