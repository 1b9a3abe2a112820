// What a change does to a programmalijn and to a project as a whole.
#include <algorithm>

#include "calc/wijziging/changing.h"
#include "calc/wijziging/settings.h"
#include "calc/wijziging/structure.h"
#include "calc/wijziging/targets.h"

namespace saldo {

namespace {

bool names_others(const Project& project) { return !project.dubbeling_met->empty(); }

void drop_dubbelingen(ChangingPlan& changing, const std::string& nr) {
  std::vector<Project>& projects = changing.plan.projects;
  if (!changing.has_dubbelingen) changing.has_dubbelingen = std::any_of(projects.begin(), projects.end(), names_others);
  if (!*changing.has_dubbelingen) return;
  for (Project& other : projects)
    if (names_others(other))
      std::erase_if(other.dubbeling_met.own(), [&nr](const Reference<ProjectId>& with) { return with.name == nr; });
}

void drop_project(ChangingPlan& changing, std::size_t position, const Wijziging& change) {
  const Project& project = changing.plan.projects[position];
  const std::string nr = project.nr;
  if (!check_booked(changing, {nr}, project.naam, change.operation_place)) return;
  project.for_each_side([&](std::size_t post, Direction direction) {
    note_late(changing, {nr, project.posts[post].nr}, direction, project.posts[post].side(direction), {});
  });
  changing.touch_structure(nr);
  changing.conflicts.drop({nr, ""}, change.operation_place);
  changing.plan.dropped.push_back({{nr}, project.naam, change.operation_place});
  changing.posts.forget(changing.plan.projects[position]);
  changing.positions.drop(nr);
  changing.plan.projects[position] = Project();
  ++changing.gaps;
  drop_dubbelingen(changing, nr);
}

void drop_lines(ChangingPlan& changing, const Wijziging& change, std::vector<std::size_t> lines,
                const std::vector<std::size_t>& projects) {
  for (auto project = projects.rbegin(); project != projects.rend(); ++project)
    drop_project(changing, *project, change);
  changing.since.more = true;
  std::sort(lines.rbegin(), lines.rend());
  for (const std::size_t line : lines) {
    changing.plan.dropped.push_back(
        {{changing.plan.lines[line].id}, changing.plan.lines[line].naam, change.operation_place});
    changing.plan.lines.erase(changing.plan.lines.begin() + static_cast<std::ptrdiff_t>(line));
  }
}

}  // namespace

void close_gaps(ChangingPlan& changing) {
  if (changing.gaps == 0) return;
  std::erase_if(changing.plan.projects, [](const Project& project) { return project.nr.empty(); });
  changing.positions.forget();
  changing.gaps = 0;
}

void change_line(ChangingPlan& changing, const Wijziging& change) {
  const auto found = find_line(changing.plan, change.programmalijn, changing.findings);
  if (!found) return;
  const std::vector<std::size_t> lines = lines_under(changing.plan, *found);
  const std::vector<std::size_t> projects = projects_in(changing.plan, lines);
  write_settings<Programmalijn>(changing, change, {"", change.programmalijn.name}, changing.plan.lines[*found]);
  if (change.operation == Operation::vervalt) drop_lines(changing, change, lines, projects);
  else if (change.operation != Operation::set) change_all_amounts(changing, change, projects);
}

void change_project(ChangingPlan& changing, const Wijziging& change) {
  const bool dropping = change.operation == Operation::vervalt;
  const auto found = find_project(changing, change.project, dropping);
  if (!found) return;
  Project& project = changing.plan.projects[*found];
  if (change.operation == Operation::nieuwe_post && change.keys.empty()) changing.grow(project);
  else changing.touch(project.nr);
  if (dropping) {
    drop_project(changing, *found, change);
    return;
  }
  write_settings<Project>(changing, change, {project.nr, ""}, project);
  if (names_others(project)) changing.has_dubbelingen = true;
  if (std::holds_alternative<Project>(change.values) && sets(change, "budget"))
    changing.since.openings.push_back(*found);
  if (!change.new_posts.empty() && !change.keys.empty()) changing.touch_structure(project.nr);
  for (const PostDraft& draft : change.new_posts) {
    add_post(project, changing.posts, draft, changing.findings);
    for (const Direction direction : both_directions)
      note_late(changing, {project.nr, draft.post.nr}, direction, {}, draft.post.side(direction));
    changing.conflicts.touch({project.nr, ""}, draft.post.place);
  }
  if (change.operation == Operation::maal || change.operation == Operation::schuif) {
    changing.conflicts.touch({project.nr, ""}, change.operation_place);
    change_all_amounts(changing, change, {*found});
  }
}

}  // namespace saldo
