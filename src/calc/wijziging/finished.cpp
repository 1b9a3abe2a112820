// What can only be told of a changed plan when all changes have been carried out.
#include <algorithm>

#include "base/say.h"
#include "calc/wijziging/changing.h"
#include "plan/link/post_rules.h"

namespace saldo {

namespace {

void check_references(ChangingPlan& changing, const Conflicts::Drop& drop) {
  const std::string& nr = drop.thing.project;
  for (const Project& project : changing.plan.projects)
    for (const Leg& leg : project.legs) {
      if (!leg.is_with(nr)) continue;
      changing.findings.push_back(
          {Rule::wijziging_verwijzing,
           drop.place,
           leg.direction == Direction::lasten
               ? say("project {} vervalt, but post {} of {} still pays it", nr, project.posts[leg.post].nr, project.nr)
               : say("project {} vervalt, but post {} of {} still counts on its money", nr, project.posts[leg.post].nr,
                     project.nr),
           {{leg.other.place, say("the post is here")}},
           say("drop that post as well, or give it another project")});
    }
  if (changing.plan.investeringsbudget && changing.plan.investeringsbudget->name == nr)
    changing.findings.push_back({Rule::wijziging_verwijzing,
                                 drop.place,
                                 say("project {} vervalt, but it is the investeringsbudget of the plan", nr),
                                 {{changing.plan.investeringsbudget->place, say("it is named here")}},
                                 say("give the plan another investeringsbudget as well")});
}

// A post that others name as the other side of theirs.
void check_post_references(ChangingPlan& changing, const Conflicts::Drop& drop) {
  const std::string name = drop.thing.project + "/" + drop.thing.post;
  for (const Project& project : changing.plan.projects)
    for (const Leg& leg : project.legs)
      if (leg.other.name == name)
        changing.findings.push_back({Rule::wijziging_verwijzing,
                                     drop.place,
                                     say("post {} of {} vervalt, but post {} of {} names it as its other side",
                                         drop.thing.post, drop.thing.project, project.posts[leg.post].nr, project.nr),
                                     {{leg.other.place, say("the post is here")}},
                                     say("drop that post as well, or let it name another")});
}

void check_post(ChangingPlan& changing, const Project& project, std::size_t position) {
  const Post& post = project.posts[position];
  const auto has_leg = [&](Direction direction) { return project.find_leg(position, direction) != nullptr; };
  check_onderbouwing(post, post.baten, changing.findings);
  check_onderbouwing(post, post.lasten, changing.findings);
  check_spiegel(post, has_leg(Direction::baten), has_leg(Direction::lasten), changing.findings);
}

}  // namespace

void check_changed(ChangingPlan& changing) {
  for (const Conflicts::Drop& drop : changing.conflicts.drops()) {
    if (drop.thing.post.empty() && !changing.plan.find_project(drop.thing.project)) check_references(changing, drop);
    else if (!drop.thing.post.empty()) check_post_references(changing, drop);
  }
  for (const Project& project : changing.plan.projects) {
    if (!changing.touched.contains(project.nr)) continue;
    check_sluitposten(project, changing.findings);
    for (std::size_t post = 0; post < project.posts.size(); ++post) check_post(changing, project, post);
  }
}

}  // namespace saldo
