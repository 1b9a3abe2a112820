#include "calc/wijziging/targets.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "base/finding/suggest.h"
#include "base/say.h"
#include "plan/address.h"

namespace saldo {

namespace {

template <class Items, class NameOf>
std::optional<std::size_t> position_of(const Items& items, NameOf name_of, const std::string& name) {
  const auto found = std::find_if(items.begin(), items.end(), [&](const auto& item) { return name_of(item) == name; });
  if (found == items.end()) return std::nullopt;
  return static_cast<std::size_t>(found - items.begin());
}

template <class Items, class NameOf>
Message likely(const Items& items, NameOf name_of, const std::string& name, const Findings& findings) {
  if (!suggests_more(findings)) return {};
  std::vector<std::string_view> known;
  for (const auto& item : items)
    if (!name_of(item).empty()) known.push_back(name_of(item));
  return did_you_mean(likely_names(name, known));
}

template <class Items, class NameOf>
std::optional<std::size_t> find_named(const Items& items, NameOf name_of, const Named& name, Rule rule,
                                      std::string_view what, Findings& findings) {
  const auto found = position_of(items, name_of, name.name);
  if (!found)
    findings.push_back({rule,
                        name.place,
                        say("there is no {} `{}`", what, name.name),
                        {},
                        likely(items, name_of, name.name, findings)});
  return found;
}

// True when that is all there is to say.
bool tell_dropped(const Conflicts& conflicts, const Address& thing, Place place, bool dropping, Findings& findings) {
  const Conflicts::Drop* drop = conflicts.find_drop(thing);
  if (drop == nullptr) return false;
  if (dropping && conflicts.is_of_this_layer(*drop)) return true;
  findings.push_back({Rule::wijziging_tegenstrijdig,
                      place,
                      say("what changes here is no longer there"),
                      {{drop->place, say("it vervalt here")}},
                      say("leave out one of the two")});
  return true;
}

std::string_view nr_of(const Project& project) { return project.nr; }
std::string_view id_of(const Programmalijn& line) { return line.id; }
std::string_view naam_of(const Index& index) { return index.naam; }

}  // namespace

std::optional<std::size_t> Positions::find(const std::vector<Project>& projects, const std::string& nr) {
  if (at_.empty())
    for (std::size_t p = 0; p < projects.size(); ++p) at_.try_emplace(projects[p].nr, p);
  const auto known = at_.find(nr);
  if (known == at_.end()) return std::nullopt;
  if (known->second < projects.size() && projects[known->second].nr == nr) return known->second;
  const auto found = position_of(projects, nr_of, nr);
  if (found) known->second = *found;
  return found;
}

std::optional<std::size_t> find_project(ChangingPlan& changing, const Named& name, bool dropping) {
  if (const auto found = changing.positions.find(changing.plan.projects, name.name)) return found;
  if (tell_dropped(changing.conflicts, {name.name, ""}, name.place, dropping, changing.findings)) return std::nullopt;
  changing.findings.push_back({Rule::onbekend_project,
                               name.place,
                               say("there is no {} `{}`", "project", name.name),
                               {},
                               likely(changing.plan.projects, nr_of, name.name, changing.findings)});
  return std::nullopt;
}

std::optional<std::size_t> find_post(ChangingPlan& changing, const Project& project, const Named& name, bool dropping) {
  Findings& findings = changing.findings;
  const auto posts = changing.posts.find(project, name.name);
  if (posts.size() == 1) return posts.front();
  if (posts.size() > 1) {
    findings.push_back(
        ambiguous_post(Rule::wijziging_raakt_meer, name.place, project, name.name, {posts.begin(), posts.end()}));
    return std::nullopt;
  }
  if (tell_dropped(changing.conflicts, {project.nr, name.name}, name.place, dropping, findings)) return std::nullopt;
  findings.push_back({Rule::onbekende_post,
                      name.place,
                      say("project {} has no post {}", project.nr, name.name),
                      {},
                      suggests_more(findings) ? did_you_mean(likely_posts(project, name.name)) : Message{}});
  return std::nullopt;
}

std::optional<std::size_t> find_line(const Plan& plan, const Named& name, Findings& findings) {
  return find_named(plan.lines, id_of, name, Rule::onbekende_programmalijn, "programmalijn", findings);
}

std::optional<std::size_t> find_index(const Plan& plan, const Named& name, Findings& findings) {
  return find_named(plan.indexes, naam_of, name, Rule::onbekende_index, "index", findings);
}

// Lines name the one they are under, and may stand in any order.
std::vector<std::size_t> lines_under(const Plan& plan, std::size_t line) {
  std::unordered_map<std::string_view, std::vector<std::size_t>> under;
  for (std::size_t l = 0; l < plan.lines.size(); ++l)
    if (plan.lines[l].onder) under[plan.lines[l].onder->name].push_back(l);
  std::vector<std::size_t> all{line};
  std::vector<bool> joined(plan.lines.size());
  joined[line] = true;
  for (std::size_t i = 0; i < all.size(); ++i)
    for (const std::size_t l : under[plan.lines[all[i]].id]) {
      if (joined[l]) continue;
      joined[l] = true;
      all.push_back(l);
    }
  return all;
}

std::vector<std::size_t> projects_in(const Plan& plan, const std::vector<std::size_t>& lines) {
  std::unordered_set<std::string_view> ids;
  for (const std::size_t line : lines) ids.insert(plan.lines[line].id);
  std::vector<std::size_t> projects;
  for (std::size_t p = 0; p < plan.projects.size(); ++p)
    if (ids.contains(plan.projects[p].programmalijn.name)) projects.push_back(p);
  return projects;
}

}  // namespace saldo
