#include "calc/wijziging/targets.h"

#include <algorithm>

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
  for (const auto& item : items) known.push_back(name_of(item));
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

std::optional<std::size_t> find_project(const Plan& plan, const Named& name, const Conflicts& conflicts, bool dropping,
                                        Findings& findings) {
  if (const auto found = position_of(plan.projects, nr_of, name.name)) return found;
  if (tell_dropped(conflicts, {name.name, ""}, name.place, dropping, findings)) return std::nullopt;
  return find_named(plan.projects, nr_of, name, Rule::onbekend_project, "project", findings);
}

std::optional<std::size_t> find_post(const Project& project, const Named& name, const Conflicts& conflicts,
                                     bool dropping, Findings& findings) {
  const std::vector<std::size_t> posts = find_posts(project, name.name);
  if (posts.size() == 1) return posts.front();
  if (posts.size() > 1) {
    findings.push_back(ambiguous_post(Rule::wijziging_raakt_meer, name.place, project, name.name, posts));
    return std::nullopt;
  }
  if (tell_dropped(conflicts, {project.nr, name.name}, name.place, dropping, findings)) return std::nullopt;
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

// Lines name the one they are under, and may stand in any order: round by round, until no line joins.
std::vector<std::size_t> lines_under(const Plan& plan, std::size_t line) {
  std::vector<std::size_t> under{line};
  std::vector<bool> joined(plan.lines.size());
  joined[line] = true;
  for (std::size_t i = 0; i < under.size(); ++i)
    for (std::size_t l = 0; l < plan.lines.size(); ++l) {
      const auto& onder = plan.lines[l].onder;
      if (joined[l] || !onder || onder->name != plan.lines[under[i]].id) continue;
      joined[l] = true;
      under.push_back(l);
    }
  return under;
}

std::vector<std::size_t> projects_in(const Plan& plan, const std::vector<std::size_t>& lines) {
  std::vector<std::size_t> projects;
  for (std::size_t p = 0; p < plan.projects.size(); ++p)
    if (std::any_of(lines.begin(), lines.end(),
                    [&](std::size_t line) { return plan.projects[p].programmalijn.name == plan.lines[line].id; }))
      projects.push_back(p);
  return projects;
}

}  // namespace saldo
