// Whether the plan as a whole is in balance, by the test its [plan] asks for with `evenwicht`; without that, no test.
//
// The law: the council sees to it that the budget is structurally and really in balance (Gemeentewet art. 189 lid 2;
// Provinciewet art. 193), and a budget that is not needs the approval of its supervisor (Gemeentewet art. 203;
// Provinciewet art. 207). Which baten and lasten are one-off the budget has to list (BBV art. 19); here all are, but for
// the posts marked `structureel`.
#include "base/say.h"
#include "calc/check/checks.h"

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
      // What a reserve gets by a post of its own is a toevoeging, which has to be covered, and what it gives covers.
      const bool turned = project.is_reserve();
      for (std::size_t y = 0; y < years.size(); ++y) {
        const Money baten = input.amounts.at(project, post, Direction::baten, y).counted();
        const Money lasten = input.amounts.at(project, post, Direction::lasten, y).counted();
        years[y].baten += turned ? lasten : baten;
        years[y].lasten += turned ? baten : lasten;
      }
    }
  return years;
}

}  // namespace

// evenwicht = "structureel": every year the structural baten cover the structural lasten, the test of the supervisor.
// An overdracht counts on both sides, so it weighs nothing as long as both its posts are marked alike.
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
    findings.back().extent = years[y].short_of();
  }
}

// evenwicht = "sluitend": every year the baten cover the lasten, of all projects together. The balance per 1 januari may
// not cover: what is taken from a reserve stands in a budget as such, beside the baten, before there is a result (BBV
// art. 17), and so does what goes to a reserve. Whoever means to use a balance writes it down as baten of a post; that no balance falls below zero is the work of
// saldo-ondergrens.
void check_evenwicht_sluitend(const CheckInput& input, Findings& findings) {
  const Plan& plan = input.plan;
  if (plan.evenwicht != Evenwicht::sluitend) return;
  for (std::size_t y = 0; y < plan.years.size(); ++y) {
    const YearFigures& year = input.balances.total.years[y];
    const Sides sides{year.all_baten().counted(), year.all_lasten().counted()};
    if (sides.covered()) continue;
    findings.push_back({Rule::evenwicht_sluitend,
                        plan.place,
                        say("the lasten of {} are {}, but the baten {}: {} short", plan.years.at(y), sides.lasten,
                            sides.baten, sides.short_of()),
                        {},
                        say("cover it; the balance per 1 januari counts only as far as a post takes it in as baten"),
                        {"", "", "saldo", plan.years.at(y)}});
    findings.back().extent = sides.short_of();
  }
}

}  // namespace saldo
