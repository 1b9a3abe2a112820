#include "calc/carryover/open_ends.h"

#include <algorithm>
#include <tuple>

#include "calc/closing.h"

namespace saldo {

namespace {

// The RIB as it stands at the end of the plan, and what was found around it so far.
struct OpenEnds {
  const Plan& plan;
  ProjectId rib;
  Money stand;
  std::vector<OpenEnd> found = {};

  void add(OpenKind kind, ProjectId project, Year year, Amount bedrag, Money effect, Place place,
           std::optional<std::uint32_t> post = {}) {
    found.push_back({kind, project, post, year, bedrag, effect, stand + effect, place});
  }
};

void add_sent_to_rib(const Overdracht& overdracht, OpenEnds& open) {
  if (overdracht.verzonden.is_pm()) {
    open.add(OpenKind::pm, overdracht.van, overdracht.jaar, Amount::pm(), Money(), overdracht.place);
    return;
  }
  const bool nowhere = overdracht.status == OverdrachtStatus::geen_ontvangst;
  const OpenKind kind = nowhere ? OpenKind::niet_ontvangen : OpenKind::verschil_ontvangst;
  const Amount bedrag = nowhere ? overdracht.verzonden : Amount(overdracht.open());
  open.add(kind, overdracht.van, overdracht.jaar, bedrag, overdracht.open(), overdracht.place);
}

void add_sent_by_rib(const Overdracht& overdracht, OpenEnds& open) {
  if (overdracht.verzonden.is_pm()) return;  // shown with the PM posts of the RIB itself
  open.add(OpenKind::niet_geboekt, overdracht.naar, overdracht.jaar, Amount(overdracht.open()), Money(),
           overdracht.place);
}

bool arrives_after_plan(const Plan& plan, const Overdracht& overdracht) {
  return overdracht.verzonden.is_money() && !overdracht.receipts.empty() &&
         plan.years.last < overdracht.receipts.back().year;
}

void add_open_overdrachten(const std::vector<Overdracht>& overdrachten, OpenEnds& open) {
  for (const Overdracht& overdracht : overdrachten) {
    if (overdracht.naar == open.rib && arrives_after_plan(open.plan, overdracht))
      open.add(OpenKind::na_het_plan, overdracht.van, overdracht.jaar, overdracht.verzonden, Money(), overdracht.place);
    if (overdracht.status == OverdrachtStatus::gelijk || overdracht.verzonden.is_absent()) continue;
    if (overdracht.naar == open.rib) add_sent_to_rib(overdracht, open);
    else if (overdracht.van == open.rib) add_sent_by_rib(overdracht, open);
  }
}

void add_pm_posts(const Amounts& amounts, OpenEnds& open) {
  const Project& rib = open.plan.project(open.rib);
  for (std::size_t post = 0; post < rib.posts.size(); ++post)
    for (std::size_t y = 0; y < open.plan.years.size(); ++y) {
      const bool pm =
          amounts.at(rib, post, Direction::baten, y).is_pm() || amounts.at(rib, post, Direction::lasten, y).is_pm();
      if (pm)
        open.add(OpenKind::pm, open.rib, open.plan.years.at(y), Amount::pm(), Money(), rib.posts[post].place,
                 static_cast<std::uint32_t>(post));
    }
}

// Some amount of these years is not known yet, so neither is what is left after them.
bool has_pm(const Amounts& amounts, const Project& project, std::size_t first, std::size_t last) {
  bool found = first == 0 && project.budget.is_pm();
  project.for_each_side([&](std::size_t post, Direction direction) {
    for (std::size_t y = first; y <= last; ++y) found = found || amounts.at(project, post, direction, y).is_pm();
  });
  return found;
}

// What a sluitpost or a restant sends to the RIB is no more certain than the PM posts it leaves out.
void add_uncertain_rests(const Amounts& amounts, OpenEnds& open) {
  for (std::size_t p = 0; p < open.plan.projects.size(); ++p) {
    const Project& project = open.plan.projects[p];
    for (const Leg& leg : project.legs) {
      if (leg.direction != Direction::lasten || leg.other.id != open.rib) continue;
      for (const Term& term : project.posts[leg.post].lasten.terms) {
        if (!term.facts().closes) continue;
        const std::size_t year = open.plan.years.index(term.year);
        if (has_pm(amounts, project, first_year_left(open.plan, project, year), year))
          open.add(OpenKind::pm, static_cast<ProjectId>(p), term.year, Amount::pm(), Money(), term.place, leg.post);
      }
    }
  }
}

// A balance stays behind when a project ends, or when the plan does. Cents that print as nothing are no decision.
void add_balances_left(const Balances& balances, OpenEnds& open) {
  const Plan& plan = open.plan;
  for (std::size_t p = 0; p < plan.projects.size(); ++p) {
    const Project& project = plan.projects[p];
    const auto id = static_cast<ProjectId>(p);
    if (id == open.rib || project.more->restant == Restant::meenemen || project.soort != Soort::project) continue;
    const Year end = project.more->einde.value_or(plan.years.last);
    if (plan.years.last < end) continue;
    const Money left = balances.projects[p].years[plan.years.index(end)].eindsaldo;
    if (in_units(left, Money::of_euros(1)) == 0) continue;
    if (project.more->restant == Restant::terugbetalen)
      open.add(OpenKind::terugbetalen, id, end, left, Money(), project.place);
    else open.add(OpenKind::zonder_besluit, id, end, left, left, project.place);
  }
}

}  // namespace

std::vector<OpenEnd> find_open_ends(const Worked& worked, const std::vector<Overdracht>& overdrachten, ProjectId rib) {
  const auto& named = worked.plan.investeringsbudget;
  OpenEnds open{worked.plan, rib, worked.balances.projects[position(rib)].years.back().eindsaldo};
  add_open_overdrachten(overdrachten, open);
  add_pm_posts(worked.amounts, open);
  add_uncertain_rests(worked.amounts, open);
  if (named && named->id == rib) add_balances_left(worked.balances, open);
  std::stable_sort(open.found.begin(), open.found.end(), [](const OpenEnd& a, const OpenEnd& b) {
    return std::tie(a.kind, a.project, a.post, a.year) < std::tie(b.kind, b.project, b.post, b.year);
  });
  return std::move(open.found);
}

}  // namespace saldo
