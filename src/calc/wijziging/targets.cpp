#include "calc/wijziging/targets.h"

#include <algorithm>

#include "base/say.h"
#include "base/suggest.h"

namespace saldo {

namespace {

template <class Items, class NameOf>
std::optional<std::size_t> position_of(const Items& items, NameOf name_of, const std::string& name) {
  const auto found = std::find_if(items.begin(), items.end(), [&](const auto& item) { return name_of(item) == name; });
  if (found == items.end()) return std::nullopt;
  return static_cast<std::size_t>(found - items.begin());
}

template <class Items, class NameOf>
Message likely(const Items& items, NameOf name_of, const std::string& name) {
  std::vector<std::string_view> known;
  for (const auto& item : items) known.push_back(name_of(item));
  return did_you_mean(name, known);
}

template <class Items, class NameOf>
std::optional<std::size_t> find_named(const Items& items, NameOf name_of, const Named& name, Rule rule,
                                      std::string_view what, Findings& findings) {
  const auto found = position_of(items, name_of, name.name);
  if (!found)
    findings.push_back(
        {rule, name.place, say("there is no {} `{}`", what, name.name), {}, likely(items, name_of, name.name)});
  return found;
}

// True when that is all there is to say.
bool tell_dropped(const Conflicts& conflicts, const Conflicts::Thing& thing, Place place, bool dropping,
                  Findings& findings) {
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

std::optional<std::size_t> find_post_by_name(const Project& project, const Named& name, Findings& findings) {
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < project.posts.size(); ++i)
    if (project.posts[i].naam == name.name) found.push_back(i);
  if (found.size() == 1) return found.front();
  if (found.empty()) return std::nullopt;
  Diagnostic twice{Rule::wijziging_raakt_meer,
                   name.place,
                   say("project {} has {} posts named `{}`", project.nr, found.size(), name.name),
                   {},
                   say("write the nr of the one that is meant: post = {}", project.posts[found.front()].nr)};
  for (const std::size_t post : found)
    twice.related.push_back({project.posts[post].place, say("post {} is here", project.posts[post].nr)});
  findings.push_back(std::move(twice));
  return std::nullopt;
}

}  // namespace

std::optional<std::size_t> find_project(const Plan& plan, const Named& name, const Conflicts& conflicts, bool dropping,
                                        Findings& findings) {
  if (const auto found = position_of(plan.projects, nr_of, name.name)) return found;
  if (tell_dropped(conflicts, {name.name, ""}, name.place, dropping, findings)) return std::nullopt;
  return find_named(plan.projects, nr_of, name, Rule::onbekend_project, "project", findings);
}

std::optional<std::size_t> find_post(const Project& project, const Named& name, const Conflicts& conflicts,
                                     bool dropping, Findings& findings) {
  const auto post_nr = [](const Post& post) -> std::string_view { return post.nr; };
  const auto post_naam = [](const Post& post) -> std::string_view { return post.naam; };
  if (const auto found = position_of(project.posts, post_nr, name.name)) return found;
  const std::size_t before = findings.size();
  if (const auto found = find_post_by_name(project, name, findings)) return found;
  if (findings.size() > before) return std::nullopt;
  if (tell_dropped(conflicts, {project.nr, name.name}, name.place, dropping, findings)) return std::nullopt;
  Message help = likely(project.posts, post_naam, name.name);
  if (help.empty()) help = likely(project.posts, post_nr, name.name);
  findings.push_back(
      {Rule::onbekende_post, name.place, say("project {} has no post {}", project.nr, name.name), {}, std::move(help)});
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
