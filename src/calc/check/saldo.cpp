// Balances that should not be there: below their floor, left behind by a project that ended, or moved after its end.
// What rounds to zero euro is no finding anywhere here.
#include <algorithm>

#include "base/say.h"
#include "calc/check/checks.h"
#include "calc/check/typed.h"

namespace saldo {

namespace {

bool is_nothing(Money money) { return in_units(money, Money::of_euros(1)) == 0; }

// Nothing but PM, in one year at least.
bool is_all_pm(const Balance& balance) {
  bool pm = false;
  for (const YearFigures& year : balance.years) {
    if (year.baten.counted() != Money() || year.lasten.counted() != Money()) return false;
    pm = pm || year.baten.is_pm() || year.lasten.is_pm();
  }
  return pm;
}

// A balance with its floor: that of a project or a line.
struct Watched {
  const Balance& balance;
  Money floor;
  std::string what;
  Address subject;
  Place place;
};

void check_floor_of(const Plan& plan, Watched watched, Findings& findings) {
  const std::vector<YearFigures>& years = watched.balance.years;
  std::optional<std::size_t> first;
  std::size_t lowest = 0;
  for (std::size_t y = 0; y < years.size(); ++y) {
    if (watched.floor <= years[y].eindsaldo || is_nothing(watched.floor - years[y].eindsaldo)) continue;
    if (!first || years[y].eindsaldo < years[lowest].eindsaldo) lowest = y;
    if (!first) first = y;
  }
  if (!first) return;
  const Money standing = years[*first].eindsaldo;
  const Money least = years[lowest].eindsaldo;
  Message message =
      lowest == *first
          ? say("{} stands at {} on 31 december {}, below {}", watched.what, standing, plan.years.at(*first),
                watched.floor)
          : say("{} stands at {} on 31 december {}, below {}, and lowest at {} on 31 december {}", watched.what,
                standing, plan.years.at(*first), watched.floor, least, plan.years.at(lowest));
  watched.subject.year = plan.years.at(*first);
  findings.push_back(
      {Rule::saldo_ondergrens,
       watched.place,
       std::move(message),
       {},
       say("cover it, or write `ondergrens = {}` if it may stand so low", as_written(least, plan.unit())),
       watched.subject});
  findings.back().extent = watched.floor - least;
}

// What the projects of a line are short of together, and which they are.
struct ShortProjects {
  std::vector<Money> per_year;
  std::vector<Place> places;
};

// Of every line, those of the lines under it as well.
std::vector<ShortProjects> short_projects(const CheckInput& input) {
  const Plan& plan = input.plan;
  std::vector<ShortProjects> lines(plan.lines.size(), {std::vector<Money>(plan.years.size()), {}});
  for (std::size_t p = 0; p < plan.projects.size(); ++p) {
    const Project& project = plan.projects[p];
    std::vector<Money> short_of(plan.years.size());
    bool is_short = false;
    for (std::size_t y = 0; y < short_of.size(); ++y) {
      if (project.is_exploitatie()) continue;
      const Money below = project.more->ondergrens.value_or(Money()) - input.balances.projects[p].years[y].eindsaldo;
      if (below <= Money() || is_nothing(below)) continue;
      short_of[y] = below;
      is_short = true;
    }
    for (auto line = project.programmalijn.id; is_short && line; line = plan.line_above(*line)) {
      ShortProjects& of = lines[position(*line)];
      for (std::size_t y = 0; y < short_of.size(); ++y) of.per_year[y] += short_of[y];
      of.places.push_back(project.place);
    }
  }
  return lines;
}

// The projects for which a line is short: without what they are short of it would not be, in any year.
std::vector<Place> causes_of(const CheckInput& input, std::size_t line, const ShortProjects& projects) {
  for (std::size_t y = 0; y < projects.per_year.size(); ++y) {
    const Money floor = input.plan.lines[line].ondergrens.value_or(Money());
    const Money left = floor - input.balances.lines[line].years[y].eindsaldo - projects.per_year[y];
    if (left > Money() && !is_nothing(left)) return {};
  }
  return projects.places;
}

bool is_investeringsbudget(const Plan& plan, std::size_t project) {
  return plan.investeringsbudget && position(*plan.investeringsbudget->id) == project;
}

void report_movement(const CheckInput& input, const AmountOf& cell, Findings& findings) {
  const Plan& plan = input.plan;
  const Project& project = plan.projects[cell.project];
  const Post& post = project.posts[cell.post];
  const Year year = plan.years.at(cell.year);
  const Amount amount = input.amounts.at(project, cell.post, cell.direction, cell.year);
  findings.push_back({Rule::saldo_beweging_na_einde,
                      place_of(plan, cell),
                      say("post {} of {} has {} of {} in {}, but the project ended in {}", post.nr, project.nr,
                          to_text(cell.direction), amount, year, *project.more->einde),
                      {{project.more->einde_place, say("{} ends here", project.nr)}},
                      say("move the amount to {} or before, or write `einde = {}`", *project.more->einde, year),
                      {project.nr, post.nr, std::string(to_text(cell.direction)), year}});
  findings.back().extent = amount.counted();
}

// After the last year of the post itself, which its project need not share.
void report_ended_post(const CheckInput& input, const AmountOf& cell, Findings& findings) {
  const Project& project = input.plan.projects[cell.project];
  const Post& post = project.posts[cell.post];
  const Year year = input.plan.years.at(cell.year);
  const Amount amount = input.amounts.at(project, cell.post, cell.direction, cell.year);
  findings.push_back(
      {Rule::saldo_beweging_na_einde,
       place_of(input.plan, cell),
       say("post {} of {} has {} of {} in {}, but the post itself ended in {}", post.nr, project.nr,
           to_text(cell.direction), amount, year, *post.more->einde),
       {{post.more->einde_place, say("post {} ends here", post.nr)}},
       say("move the amount to {} or before, or write `einde = {}` on the post", *post.more->einde, year),
       {project.nr, post.nr, std::string(to_text(cell.direction)), year}});
  findings.back().extent = amount.counted();
}

Message deficit_message(const Project& project, const Post& post, const Leg* leg, Money deficit, Year year) {
  if (leg == nullptr)
    return say("project {} is {} short in {}: its sluitpost is below zero", project.nr, deficit, year);
  if (post.automatic)
    return say("project {} ends {} short in {}, and {} pays that: its restant is a deficit", project.nr, deficit, year,
               leg->other.name);
  return say("project {} is {} short in {}, and {} pays that: its sluitpost is below zero", project.nr, deficit, year,
             leg->other.name);
}

void check_deficit(const CheckInput& input, const Project& project, std::size_t at, Findings& findings) {
  const Post& post = project.posts[at];
  const Leg* leg = project.find_leg(at, Direction::lasten);
  for (const Term& term : post.lasten.terms) {
    if (!term.facts().closes) continue;
    const Money left = input.amounts.at(project, at, Direction::lasten, input.plan.years.index(term.year)).counted();
    if (!(left < Money()) || is_nothing(left)) continue;
    findings.push_back(
        {Rule::tekort_als_restant,
         term.place,
         deficit_message(project, post, leg, -left, term.year),
         {},
         leg == nullptr
             ? say("cover it in {}, or write the sluitpost among the baten if whoever pays it is to make up for that",
                   project.nr)
             : say("cover it in {}, or write in a [[negeer]] who decided that {} pays", project.nr, leg->other.name),
         {project.nr, post.nr, "lasten", term.year}});
    findings.back().extent = -left;
  }
}

}  // namespace

// A project (so also the investeringsbudget) or a programmalijn whose balance is below its `ondergrens`, zero unless
// stated, at any 31 december: one finding, with the first year and the lowest. A line that is short by its projects only has their findings as its causes.
void check_saldo_ondergrens(const CheckInput& input, Findings& findings) {
  const Plan& plan = input.plan;
  const std::vector<ShortProjects> short_of = short_projects(input);
  for (std::size_t l = 0; l < plan.lines.size(); ++l) {
    const Programmalijn& line = plan.lines[l];
    const std::size_t before = findings.size();
    check_floor_of(plan,
                   {input.balances.lines[l],
                    line.ondergrens.value_or(Money()),
                    "programmalijn " + line.id,
                    {line.id, "", "eindsaldo", {}},
                    line.place},
                   findings);
    if (findings.size() > before) findings.back().causes = causes_of(input, l, short_of[l]);
  }
  for (std::size_t p = 0; p < plan.projects.size(); ++p) {
    const Project& project = plan.projects[p];
    if (project.is_exploitatie()) continue;  // it has no balance
    const std::string what =
        (is_investeringsbudget(plan, p) ? "investeringsbudget " : (project.is_reserve() ? "reserve " : "project ")) +
        project.nr;
    check_floor_of(plan,
                   {input.balances.projects[p],
                    project.more->ondergrens.value_or(Money()),
                    what,
                    {project.nr, "", "eindsaldo", {}},
                    project.place},
                   findings);
  }
}

// A restant, or a sluitpost among the lasten, that comes out below zero: nobody reads a deficit in what is left, least of
// all where another project pays it.
void check_tekort_als_restant(const CheckInput& input, Findings& findings) {
  for (const Project& project : input.plan.projects)
    for (std::size_t post = 0; post < project.posts.size(); ++post) check_deficit(input, project, post, findings);
}

// A project that ends in the plan with a balance, either way, and no `restant` that says what happens with it.
void check_saldo_na_einde(const CheckInput& input, Findings& findings) {
  const Plan& plan = input.plan;
  for (std::size_t p = 0; p < plan.projects.size(); ++p) {
    const Project& project = plan.projects[p];
    if (!project.more->einde || !plan.years.contains(*project.more->einde) ||
        project.more->restant != Restant::onbeslist || project.soort != Soort::project)
      continue;
    const Money left = input.balances.projects[p].years[plan.years.index(*project.more->einde)].eindsaldo;
    if (is_nothing(left)) continue;
    findings.push_back({Rule::saldo_na_einde,
                        project.more->einde_place,
                        say("{} ends in {} with a balance of {}, and nothing says what happens with it", project.nr,
                            *project.more->einde, left),
                        {},
                        say("write `restant = \"investeringsbudget\"`, \"meenemen\" or \"terugbetalen\""),
                        {project.nr, "", "eindsaldo", *project.more->einde}});
    findings.back().extent = left;
  }
}

// Each amount of a post after its own `einde` or that of its project. An overdracht after that of a project is left to
// overdracht-einde.
void check_saldo_beweging_na_einde(const CheckInput& input, Findings& findings) {
  const Plan& plan = input.plan;
  for (std::size_t p = 0; p < plan.projects.size(); ++p) {
    const Project& project = plan.projects[p];
    project.for_each_side([&](std::size_t post, Direction direction) {
      for (std::size_t y = 0; y < plan.years.size(); ++y) {
        const bool of_project = project.more->einde && *project.more->einde < plan.years.at(y);
        const std::optional<Year>& own = project.posts[post].more->einde;
        if (!of_project && (!own || plan.years.at(y) <= *own)) continue;
        const bool is_overdracht = project.find_leg(post, direction) != nullptr &&
                                   !plan.is_mutatie(project, post, direction) && !project.is_reserve();
        if (of_project && is_overdracht) continue;
        if (is_nothing(input.amounts.at(project, post, direction, y).counted())) continue;
        if (of_project) report_movement(input, {p, post, direction, y}, findings);
        else report_ended_post(input, {p, post, direction, y}, findings);
      }
    });
  }
}

// Money that stands in a project through all years of the plan, as its posts are PM and nothing else.
void check_saldo_onaangeroerd(const CheckInput& input, Findings& findings) {
  const Plan& plan = input.plan;
  for (std::size_t p = 0; p < plan.projects.size(); ++p) {
    const Project& project = plan.projects[p];
    const Balance& balance = input.balances.projects[p];
    if (project.more->restant != Restant::onbeslist || project.is_reserve() || plan.years.size() < 2) continue;
    if (is_nothing(balance.opening) || !is_all_pm(balance)) continue;
    findings.push_back({Rule::saldo_onaangeroerd,
                        project.budget_place,
                        say("{} of {} stands untouched until 31 december {}: its posts are PM", balance.opening,
                            project.nr, plan.years.last),
                        {},
                        say("write in which year it is spent, or what happens with it: `einde` and `restant`"),
                        {project.nr, "", "eindsaldo", {}}});
    findings.back().extent = balance.opening;
  }
}

}  // namespace saldo
