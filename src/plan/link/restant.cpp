#include "plan/link/restant.h"

#include <algorithm>
#include <map>
#include <unordered_map>

#include "base/say.h"

namespace saldo {

namespace {

// The fund that a restant goes to, where it goes to one.
std::optional<ProjectId> fund_of(const Plan& plan, const Project& project) {
  if (project.more->restant_reserve) return project.more->restant_reserve->id;
  if (project.more->restant != Restant::investeringsbudget || !plan.investeringsbudget) return std::nullopt;
  return plan.investeringsbudget->id;
}

bool refuse_late(const Project& project, Findings& findings) {
  findings.push_back({Rule::soort_combinatie,
                      project.more->vertraging_place,
                      say("what goes to or from a reserve arrives in the year it leaves, and not {} later",
                          static_cast<std::size_t>(project.more->vertraging)),
                      {},
                      say("leave `vertraging` out")});
  return false;
}

bool may_move(const Plan& plan, const Project& project, Findings& findings) {
  Message message;
  Message help;
  if (project.more->restant_reserve && !plan.is_fund(*project.more->restant_reserve->id)) {
    message = say("project {} is no reserve for this restant to go to", project.more->restant_reserve->name);
    help = say("write soort = \"reserve\" on project {}", project.more->restant_reserve->name);
  } else if (!fund_of(plan, project)) {
    message = say("the plan names no investeringsbudget for this restant to go to");
    help = say("write investeringsbudget = \"3.18\" under [plan]");
  } else if (!project.more->einde) {
    message = say("project {} does not say when it ends, so its restant has no year", project.nr);
    help = say("write einde = {}", plan.years.last);
  } else if (plan.project(*fund_of(plan, project)).is_reserve() && project.more->vertraging != 0) {
    return refuse_late(project, findings);
  } else if (&project == &plan.project(*fund_of(plan, project))) {
    message = say("the investeringsbudget cannot send its restant to itself");
  } else {
    return true;
  }
  findings.push_back({Rule::restant, project.more->restant_place, std::move(message), {}, std::move(help)});
  return false;
}

// The posts of the investeringsbudget that were typed to receive from a project.
struct Receiver {
  std::uint32_t post = 0;
  int vertraging = 0;
};
using Receivers = std::unordered_multimap<std::uint32_t, Receiver>;  // by project

Receivers typed_receivers(const Project& rib) {
  Receivers receivers;
  for (const Leg& leg : rib.legs)
    if (leg.direction == Direction::baten && !leg.other_post)
      receivers.emplace(static_cast<std::uint32_t>(*leg.other.id), Receiver{leg.post, leg.vertraging});
  return receivers;
}

// What is sent to a post that is named, or by a post that is named there, is other money than a restant.
bool is_named(const Plan& plan, ProjectId self, ProjectId rib, const Leg& leg) {
  const std::vector<Leg>& legs = plan.project(rib).legs;
  return leg.other_post || std::any_of(legs.begin(), legs.end(), [&](const Leg& other) {
           return other.direction == Direction::baten && other.other.id == self && other.other_post == leg.post;
         });
}

// A sluitpost would compete with the automatic one, and a post to or from the investeringsbudget would count it twice.
const Term* typed_twin(const Plan& plan, ProjectId self, ProjectId rib, const Receivers& receivers) {
  const Project& project = plan.project(self);
  for (const Post& post : project.posts)
    for (const Side* side : {&post.baten, &post.lasten})
      if (const Term* term = find_term(*side, *project.more->einde); term != nullptr && term->facts().closes)
        return term;
  for (const Leg& leg : project.legs)
    if (leg.direction == Direction::lasten && leg.other.id == rib && !is_named(plan, self, rib, leg))
      if (const Term* term = find_term(project.posts[leg.post].lasten, *project.more->einde)) return term;
  const auto [first, last] = receivers.equal_range(static_cast<std::uint32_t>(self));
  for (auto receiver = first; receiver != last; ++receiver)
    if (const Term* term = find_term(plan.project(rib).posts[receiver->second.post].baten,
                                     *project.more->einde + receiver->second.vertraging))
      return term;
  return nullptr;
}

bool has_post(const Project& project, std::string_view nr) {
  return std::any_of(project.posts.begin(), project.posts.end(), [nr](const Post& post) { return post.nr == nr; });
}

Post automatic_post(const Project& project, std::string nr, std::string naam) {
  Post post;
  post.nr = std::move(nr);
  post.naam = std::move(naam);
  post.place = project.more->restant_place;
  post.own_nr = post.automatic = true;
  return post;
}

void add_leg(Project& project, Post post, Direction direction, std::int16_t vertraging, const Project& other,
             ProjectId other_id) {
  project.legs.push_back(
      {static_cast<std::uint32_t>(project.posts.size()), direction, vertraging, {other.nr, post.place, other_id}});
  project.posts.push_back(std::move(post));
}

void move_restant(Plan& plan, ProjectId self, ProjectId rib_id) {
  Project& project = plan.projects[position(self)];
  Project& rib = plan.projects[position(rib_id)];
  std::string nr = "restant";
  while (has_post(project, nr)) nr += "'";  // a number that no typed post has
  Post sends = automatic_post(project, std::move(nr), "Restant naar " + rib.naam);
  sends.lasten.terms.push_back({*project.more->einde, TermKind::sluitpost, 0, {}, project.more->restant_place});
  add_leg(project, std::move(sends), Direction::lasten, 0, rib, rib_id);
  if (rib.is_reserve()) return;  // which follows by itself, as it does what is typed
  Post receives = automatic_post(project, "restant " + project.nr, "Restant " + project.naam);
  const Year arrival = *project.more->einde + project.more->vertraging;
  if (plan.years.contains(arrival))
    receives.baten.terms.push_back({arrival, TermKind::spiegel, 0, {}, project.more->restant_place});
  add_leg(rib, std::move(receives), Direction::baten, project.more->vertraging, project, self);
}

}  // namespace

void add_restanten(Plan& plan, Findings& findings) {
  std::map<ProjectId, Receivers> receivers;  // by fund
  for (std::size_t p = 0; p < plan.projects.size(); ++p) {
    Project& project = plan.projects[p];
    if (project.more->restant != Restant::investeringsbudget && project.more->restant != Restant::reserve) continue;
    if (!may_move(plan, project, findings)) continue;
    const auto self = static_cast<ProjectId>(p);
    const ProjectId rib = *fund_of(plan, project);
    if (!receivers.contains(rib)) receivers.emplace(rib, typed_receivers(plan.project(rib)));
    if (plan.years.last < *project.more->einde) continue;  // it ends after the plan
    if (const Term* twin = typed_twin(plan, self, rib, receivers.at(rib))) {
      findings.push_back(
          {Rule::restant_dubbel,
           twin->place,
           project.more->restant_reserve
               ? say("the restant of project {} goes to reserve {} by itself, and here it is typed as well", project.nr,
                     project.more->restant_reserve->name)
               : say("the restant of project {} goes to the investeringsbudget by itself, and here it is typed as well",
                     project.nr),
           {{project.more->restant_place, say("it goes by itself because of this")}},
           say("leave out one of the two")});
      continue;
    }
    move_restant(plan, self, rib);
  }
}

}  // namespace saldo
