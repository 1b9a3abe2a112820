// What can only be told of a changed plan when all changes have been carried out.
#include <string>
#include <unordered_map>
#include <vector>

#include "base/say.h"
#include "calc/wijziging/changing.h"
#include "plan/link/post_rules.h"

namespace saldo {

namespace {

// The legs of a plan by what they name: a project, or a post of one. Whoever names a post is there under both.
class LegsByName {
 public:
  struct Named {
    const Project* project;
    const Leg* leg;
  };

  explicit LegsByName(const Plan& plan) {
    for (const Project& project : plan.projects)
      for (const Leg& leg : project.legs)
        for (std::size_t end = leg.other.name.find('/');; end = leg.other.name.find('/', end + 1)) {
          legs_[leg.other.name.substr(0, end)].push_back({&project, &leg});
          if (end == std::string::npos) break;
        }
  }

  const std::vector<Named>& with(const std::string& name) const {
    static const std::vector<Named> none;
    const auto found = legs_.find(name);
    return found == legs_.end() ? none : found->second;
  }

 private:
  std::unordered_map<std::string, std::vector<Named>> legs_;
};

void check_references(ChangingPlan& changing, const LegsByName& legs, const Conflicts::Drop& drop) {
  const std::string& nr = drop.thing.project;
  for (const auto& [project, leg] : legs.with(nr))
    changing.findings.push_back(
        {Rule::wijziging_verwijzing,
         drop.place,
         leg->direction == Direction::lasten
             ? say("project {} vervalt, but post {} of {} still pays it", nr, project->posts[leg->post].nr, project->nr)
             : say("project {} vervalt, but post {} of {} still counts on its money", nr, project->posts[leg->post].nr,
                   project->nr),
         {{leg->other.place, say("the post is here")}},
         say("drop that post as well, or give it another project")});
  if (changing.plan.investeringsbudget && changing.plan.investeringsbudget->name == nr)
    changing.findings.push_back({Rule::wijziging_verwijzing,
                                 drop.place,
                                 say("project {} vervalt, but it is the investeringsbudget of the plan", nr),
                                 {{changing.plan.investeringsbudget->place, say("it is named here")}},
                                 say("give the plan another investeringsbudget as well")});
}

// A post that others name as the other side of theirs.
void check_post_references(ChangingPlan& changing, const LegsByName& legs, const Conflicts::Drop& drop) {
  const std::string name = drop.thing.project + "/" + drop.thing.post;
  for (const auto& [project, leg] : legs.with(name))
    if (leg->other.name == name)
      changing.findings.push_back({Rule::wijziging_verwijzing,
                                   drop.place,
                                   say("post {} of {} vervalt, but post {} of {} names it as its other side",
                                       drop.thing.post, drop.thing.project, project->posts[leg->post].nr, project->nr),
                                   {{leg->other.place, say("the post is here")}},
                                   say("drop that post as well, or let it name another")});
}

void check_post(const Project& project, std::size_t position, Findings& findings) {
  const Post& post = project.posts[position];
  const auto has_leg = [&](Direction direction) { return project.find_leg(position, direction) != nullptr; };
  check_onderbouwing(post, post.baten, findings);
  check_onderbouwing(post, post.lasten, findings);
  check_spiegel(post, has_leg(Direction::baten), has_leg(Direction::lasten), findings);
}

void check_touched(const ChangingPlan& changing, const Plan& plan, Findings& findings) {
  for (const Project& project : plan.projects) {
    if (!changing.touched.contains(project.nr)) continue;
    check_sluitposten(project, findings);
    for (std::size_t post = 0; post < project.posts.size(); ++post) check_post(project, post, findings);
  }
}

// Whether it names a post that was dropped, as check_post_references() compares it.
bool names_dropped(const Conflicts& conflicts, const std::string& name) {
  for (std::size_t slash = name.find('/'); slash != std::string::npos; slash = name.find('/', slash + 1))
    if (conflicts.find_drop({name.substr(0, slash), name.substr(slash + 1)}) != nullptr) return true;
  return false;
}

}  // namespace

void check_changed(ChangingPlan& changing) {
  if (!changing.conflicts.drops().empty()) {
    const LegsByName legs(changing.plan);
    for (const Conflicts::Drop& drop : changing.conflicts.drops()) {
      const bool is_post = !drop.thing.post.empty();
      if (is_post) check_post_references(changing, legs, drop);
      else if (!changing.positions.find(changing.plan.projects, drop.thing.project))
        check_references(changing, legs, drop);
    }
  }
  check_touched(changing, changing.plan, changing.findings);
}

bool finds_nothing(const ChangingPlan& changing, const Plan& part) {
  for (const Project& project : part.projects)
    for (const Leg& leg : project.legs)
      if (names_dropped(changing.conflicts, leg.other.name)) return false;
  Findings findings;
  check_touched(changing, part, findings);
  return findings.empty();
}

}  // namespace saldo
