// Amounts that look wrong: not against a rule, but against each other.
#include "base/say.h"
#include "calc/check/checks.h"
#include "calc/check/suspects.h"

namespace saldo {

namespace {

std::string post_nrs(const Project& project, const std::vector<std::uint32_t>& posts) {
  std::string text;
  for (const std::uint32_t post : posts) text += (text.empty() ? "" : ", ") + project.posts[post].nr;
  return text;
}

Place place_in(const Plan& plan, ProjectId project, std::uint32_t post, Direction direction, Year year) {
  return place_of(plan, {position(project), post, direction, plan.years.index(year)});
}

Diagnostic suspect_finding(const Plan& plan, const Suspect& suspect) {
  const Project& van = plan.project(suspect.van);
  const Project& naar = plan.project(suspect.naar);
  const SuspectYear& first = suspect.years.front();
  const int later = first.ontvangen_in.value - first.jaar.value;
  const std::string zendt = post_nrs(van, suspect.zendt);
  const std::string ontvangt = post_nrs(naar, suspect.ontvangt);
  Message help = later == 0
                     ? say("if it is one, write naar = \"{}\" on post {} of {} and van = \"{}\" on post {} of {}",
                           naar.nr, zendt, van.nr, van.nr, ontvangt, naar.nr)
                     : say("if it is one, write naar = \"{}\" on post {} of {}, and van = \"{}\" with vertraging = {} "
                           "on post {} of {}",
                           naar.nr, zendt, van.nr, van.nr, std::to_string(later), ontvangt, naar.nr);
  std::vector<Related> related;
  for (const std::uint32_t post : suspect.ontvangt)
    related.push_back({place_in(plan, suspect.naar, post, Direction::baten, first.ontvangen_in),
                       say("post {} of {} receives it: {}", naar.posts[post].nr, naar.nr, naar.posts[post].naam)});
  return {Rule::verdacht_dubbel,
          place_in(plan, suspect.van, suspect.zendt.front(), Direction::lasten, first.jaar),
          say("{} leaves {} in {} and enters {} in {}: this looks like an overdracht that nobody declared",
              first.bedrag, van.nr, first.jaar, naar.nr, first.ontvangen_in),
          std::move(related),
          std::move(help),
          {van.nr, van.posts[suspect.zendt.front()].nr, naar.nr, first.jaar}};
}

// What was not searched must not read as nothing found.
Diagnostic cut_off_finding(const Plan& plan) {
  return {Rule::verdacht_dubbel,
          plan.place,
          say("there are too many amounts to try every sum: an overdracht that nobody declared may be missed here"),
          {},
          say("write `naar` and `van` on the posts of overdrachten: those are not searched"),
          {"", "", "niet doorzocht", {}}};
}

}  // namespace

// What looks like an overdracht and chance does not explain, one finding for each at the first amount that is sent; and one
// when it did not look everywhere.
void check_verdacht_dubbel(const CheckInput& input, Findings& findings) {
  const Suspects suspects = find_telling_suspects(input.plan, input.amounts);
  for (const Suspect& suspect : suspects.found) {
    findings.push_back(suspect_finding(input.plan, suspect));
    Money together;
    for (const SuspectYear& year : suspect.years) together += year.bedrag;
    findings.back().extent = together;
  }
  if (suspects.stopped) findings.push_back(cut_off_finding(input.plan));
}

}  // namespace saldo
