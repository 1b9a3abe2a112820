#include "calc/check/evenwicht.h"

#include "base/say.h"

namespace saldo {

namespace {

struct Sides {
  Money baten;
  Money lasten;
  Money short_of() const { return lasten - baten; }
  bool covered() const { return in_units(short_of(), Money::of_euros(1)) <= 0; }
};

std::vector<Sides> structural(const CheckInput& input) {
  const Plan& plan = input.plan;
  std::vector<Sides> years(plan.years.size());
  for (const Project& project : plan.projects)
    for (std::size_t post = 0; post < project.posts.size(); ++post) {
      if (!project.posts[post].structureel) continue;
      for (std::size_t y = 0; y < years.size(); ++y) {
        years[y].baten += input.amounts.at(project, post, Direction::baten, y).counted();
        years[y].lasten += input.amounts.at(project, post, Direction::lasten, y).counted();
      }
    }
  return years;
}

}  // namespace

void check_evenwicht_structureel(const CheckInput& input, Findings& findings) {
  const Plan& plan = input.plan;
  if (plan.evenwicht != Evenwicht::structureel) return;
  const std::vector<Sides> years = structural(input);
  for (std::size_t y = 0; y < years.size(); ++y) {
    if (years[y].covered()) continue;
    findings.push_back(
        {Rule::evenwicht_structureel,
         plan.place,
         say("the structural lasten of {} are {}, but the structural baten {}: {} short", plan.years.at(y),
             years[y].lasten, years[y].baten, years[y].short_of()),
         {},
         say("cover it with lasting baten, or write `structureel = true` only on posts that recur every year"),
         {"", "", "structureel", plan.years.at(y)}});
  }
}

void check_evenwicht_sluitend(const CheckInput& input, Findings& findings) {
  const Plan& plan = input.plan;
  if (plan.evenwicht != Evenwicht::sluitend) return;
  for (std::size_t y = 0; y < plan.years.size(); ++y) {
    const YearFigures& year = input.balances.total.years[y];
    const Sides sides{year.baten.counted(), year.lasten.counted()};
    if (sides.covered()) continue;
    findings.push_back({Rule::evenwicht_sluitend,
                        plan.place,
                        say("the lasten of {} are {}, but the baten {}: {} short", plan.years.at(y), sides.lasten,
                            sides.baten, sides.short_of()),
                        {},
                        say("cover it; the balance per 1 januari counts only as far as a post takes it in as baten"),
                        {"", "", "saldo", plan.years.at(y)}});
  }
}

}  // namespace saldo
