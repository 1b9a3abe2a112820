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

void take_step(VerloopOf& of, std::size_t change, VerloopFigures after) {
  VerloopFigures step{after.opening - of.eind.opening, {}};
  for (std::size_t y = 0; y < after.years.size(); ++y) {
    const VerloopYear &was = of.eind.years[y], &is = after.years[y];
    step.years.push_back(
        {step_between(was.baten, is.baten), step_between(was.lasten, is.lasten), step_between(was.saldo, is.saldo)});
  }
  if (of.nr.empty() || step.does_something()) of.steps.push_back({change, std::move(step)});
  of.eind = std::move(after);
}

template <class Holds>
bool any_amount(const VerloopFigures& figures, Holds holds) {
  return std::any_of(figures.years.begin(), figures.years.end(), [&](const VerloopYear& year) {
    return holds(year.baten) || holds(year.lasten) || holds(year.saldo);
  });
}

bool any_overflows(const VerloopOf& of) {
  return std::any_of(of.steps.begin(), of.steps.end(),
                     [](const VerloopStep& step) { return step.figures.overflows(); });
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
  return std::any_of(steps.begin(), steps.end(),
                     [](const VerloopStep& step) { return step.figures.opening != Money(); });
}

bool Verloop::overflows() const {
  return any_overflows(total) || std::any_of(projects.begin(), projects.end(), any_overflows);
}

Verloop verloop_from(const OneByOne& primitief) {
  const VerloopFigures all = figures_of(primitief.total());
  Verloop verloop{{"", primitief.plan().naam, all, {}, all}, {}, {}};
  const std::vector<Project>& projects = primitief.plan().projects;
  for (std::size_t p = 0; p < projects.size(); ++p) {
    const VerloopFigures own = figures_of(primitief.project(p));
    verloop.by_nr.emplace(projects[p].nr, p);
    verloop.projects.push_back({projects[p].nr, projects[p].naam, own, {}, own});
  }
  return verloop;
}

void add_step(Verloop& verloop, const OneByOne& changed) {
  const std::size_t change = verloop.total.steps.size(), years = changed.plan().years.size();
  take_step(verloop.total, change, figures_of(changed.total()));
  for (const MovedProject& moved : changed.moved()) {
    const auto [at, is_new] = verloop.by_nr.emplace(moved.nr, verloop.projects.size());
    if (is_new)
      verloop.projects.push_back(
          {moved.nr, changed.plan().projects[*moved.stands].naam, nothing(years), {}, nothing(years)});
    take_step(verloop.projects[at->second], change,
              moved.stands ? figures_of(changed.project(*moved.stands)) : nothing(years));
  }
}

}  // namespace saldo
