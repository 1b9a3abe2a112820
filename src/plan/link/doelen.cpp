#include "plan/link/doelen.h"

#include <algorithm>
#include <map>

#include "base/say.h"
#include "plan/address.h"
#include "plan/link/names.h"
#include "plan/posts_by_name.h"

namespace saldo {

namespace {

constexpr std::size_t max_goal_levels = 16;

class DoelLinker {
 public:
  DoelLinker(Plan& plan, Findings& findings) : plan_(plan), findings_(findings) {
    goals_ = name_all<DoelId>(
        plan.doelen, [](const Doel& doel) -> std::string_view { return doel.id; }, "doel", findings);
    for (std::size_t p = 0; p < plan.projects.size(); ++p)
      projects_.emplace(plan.projects[p].nr, static_cast<ProjectId>(p));
    for (std::size_t l = 0; l < plan.lines.size(); ++l) lines_.emplace(plan.lines[l].id, static_cast<LineId>(l));
    for (const Dropped& dropped : plan.dropped) {
      dropped_.emplace(std::pair(dropped.what.project, dropped.what.post), dropped.place);
      if (!dropped.what.post.empty()) dropped_.emplace(std::pair(dropped.what.project, dropped.naam), dropped.place);
    }
  }

  void link(Doel& doel) {
    if (doel.onder) look_up_goal(*doel.onder);
    for (Reference<DoelId>& other : doel.zie) look_up_goal(other);
    for (Streef& streef : doel.streven)
      if (streef.deel_van) look_up_goal(*streef.deel_van);
    if (doel.project) {
      if (is_dropped(doel.project->name)) doel.project.reset();
      else look_up_project(*doel.project, projects_, findings_);
    }
    std::erase_if(doel.programmalijnen, [this](const auto& line) { return is_dropped_line(line.name); });
    for (Reference<LineId>& line : doel.programmalijnen)
      look_up(line, lines_, Rule::onbekende_programmalijn, "programmalijn", findings_);
    for (Geld& geld : doel.geld)
      if (geld.project) link_money(geld);
  }

 private:
  void look_up_goal(Reference<DoelId>& other) { look_up(other, goals_, Rule::onbekend_doel, "doel", findings_); }

  const Place* find_dropped(const std::string& project, const std::string& post = {}) const {
    const auto found = dropped_.find({project, post});
    return found == dropped_.end() ? nullptr : &found->second;
  }
  bool is_dropped(const std::string& nr) const { return !projects_.contains(nr) && find_dropped(nr) != nullptr; }
  bool is_dropped_line(const std::string& id) const { return !lines_.contains(id) && find_dropped(id) != nullptr; }

  void link_money(Geld& geld) {
    if (is_dropped(geld.project->name)) {
      geld.vervallen = *find_dropped(geld.project->name);
      return;
    }
    look_up_project(*geld.project, projects_, findings_);
    if (!geld.project->id || geld.post.name.empty()) return;
    const Project& project = plan_.project(*geld.project->id);
    const auto found = posts_.find(project, geld.post.name);
    if (found.size() == 1) {
      geld.position = static_cast<std::uint32_t>(found.front());
    } else if (found.size() > 1) {
      findings_.push_back(
          ambiguous_post(Rule::onbekende_post, geld.post.place, project, geld.post.name, {found.begin(), found.end()}));
    } else if (const Place* dropped = find_dropped(project.nr, geld.post.name)) {
      geld.vervallen = *dropped;
    } else {
      report(findings_, Rule::onbekende_post, geld.post.place,
             say("project {} has no post {}", project.nr, geld.post.name),
             suggests_more(findings_) ? did_you_mean(likely_posts(project, geld.post.name)) : Message{});
    }
  }

  Plan& plan_;
  Findings& findings_;
  Names<DoelId> goals_;
  Names<ProjectId> projects_;
  Names<LineId> lines_;
  std::map<std::pair<std::string, std::string>, Place> dropped_;
  PostsByName posts_;
};

// Goals from the top down. What stays behind is a circle of goals under each other.
void order_goals(Plan& plan, Findings& findings) {
  std::vector<std::vector<DoelId>> under(plan.doelen.size());
  std::vector<std::size_t> levels(plan.doelen.size());
  std::vector<DoelId>& order = plan.doelen_outside_in;
  order.clear();
  for (std::size_t i = 0; i < plan.doelen.size(); ++i) {
    const auto& onder = plan.doelen[i].onder;
    if (onder && onder->id) under[position(*onder->id)].push_back(static_cast<DoelId>(i));
    else order.push_back(static_cast<DoelId>(i));
  }
  for (std::size_t i = 0; i < order.size(); ++i)
    for (const DoelId inner : under[position(order[i])]) {
      order.push_back(inner);
      levels[position(inner)] = levels[position(order[i])] + 1;
      if (levels[position(inner)] == max_goal_levels)
        report(findings, Rule::te_diep, plan.doel(inner).place,
               say("goals are nested deeper than {} levels here", max_goal_levels));
    }
  std::vector<bool> placed(plan.doelen.size());
  for (const DoelId goal : order) placed[position(goal)] = true;
  for (std::size_t i = 0; i < placed.size(); ++i)
    if (!placed[i])
      report(findings, Rule::kring, plan.doelen[i].onder->place,
             say("goal `{}` is, by way of others, under itself", plan.doelen[i].id));
}

}  // namespace

void link_doelen(Plan& plan, Findings& findings) {
  if (plan.doelen.empty()) return;
  DoelLinker linker(plan, findings);
  for (Doel& doel : plan.doelen) linker.link(doel);
  order_goals(plan, findings);
}

}  // namespace saldo
