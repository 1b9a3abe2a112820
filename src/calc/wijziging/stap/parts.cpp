#include "calc/wijziging/stap/parts.h"

#include <algorithm>
#include <utility>

#include "calc/wijziging/work_out.h"
#include "plan/weergave.h"

namespace saldo {

namespace {

// What a change costs beside the posts of its part, in posts.
constexpr std::size_t least_posts = 8;

constexpr auto behind_all = static_cast<std::size_t>(-1);  // behind every position

// In a plan with kinds the last project with a stand may leave a programmalijn that has printed figures of one.
bool looks_at_kinds(const Plan& plan) {
  const auto has_more = [](const Programmalijn& line) { return line.ondergrens || !line.controles.empty(); };
  return !plan.controles.empty() || std::any_of(plan.lines.begin(), plan.lines.end(), has_more) ||
         std::any_of(plan.weergave.kolommen.begin(), plan.weergave.kolommen.end(), needs_soorten);
}

bool names_projects(const Doel& doel) {
  return doel.project ||
         std::any_of(doel.geld.begin(), doel.geld.end(), [](const Geld& geld) { return geld.project.has_value(); });
}

bool is_drawn_with_others(const Project& project) {
  return std::any_of(project.onzekerheden.begin(), project.onzekerheden.end(),
                     [](const Onzekerheid& onzekerheid) { return !onzekerheid.samen_met.empty(); });
}

// All of a joined plan that its projects look at, without them.
void copy_without_projects(const Plan& joined, Plan& part) {
  static_cast<PlanTable&>(part) = joined;
  part.weerstandscapaciteit.clear();
  part.controles.clear();
  part.indexes = joined.indexes;
  part.lines = joined.lines;
  part.lines_outside_in.clear();
  part.projects.clear();
  part.post_count = 0;
}

bool is_named_by_plan(const Plan& plan, const Numbers& projects) {
  return std::any_of(plan.weerstandscapaciteit.begin(), plan.weerstandscapaciteit.end(),
                     [&](const Reference<ProjectId>& fund) { return projects.contains(fund.name); });
}

}  // namespace

bool has_parts(const Plan& joined) {
  const auto names_post = [](const Negeer& negeer) { return !negeer.post.empty(); };
  return joined.afsluitingen.empty() && joined.tussentijds.empty() && joined.koppelingen.empty() &&
         std::none_of(joined.doelen.begin(), joined.doelen.end(), names_projects) &&
         std::none_of(joined.negeer.begin(), joined.negeer.end(), names_post) &&
         !(joined.has_soorten() && looks_at_kinds(joined));
}

TiedParts::TiedParts(const Plan& linked, const BalanceOf& balance_of)
    : has_kinds_(linked.has_soorten()), figures_(linked.years.size()) {
  for (std::size_t p = 0; p < linked.projects.size(); ++p) {
    const Project& project = linked.projects[p];
    ties_.set(project.nr, named_by(linked, project));
    figures_.set(project.nr, balance_of(p));
  }
}

TiedParts::Grown TiedParts::find_grown(const Plan& changed, const Touched& touched, Changer& changer,
                                       Numbers& projects) {
  for (const std::string& nr : projects) growing_.forget(nr);
  Grown grown;
  for (const auto& [nr, before] : touched.grown) {
    const auto position = changer.find_project(nr);
    const bool apart = position && !has_kinds_ && !projects.contains(nr) && !ties_.is_named(nr) &&
                       growing_.stand_apart(changed.projects[*position], before);
    if (apart) grown.emplace_back(nr, before);
    else projects.insert(nr);
  }
  return grown;
}

// What it was tied to counts as well as what it is tied to now.
std::optional<Numbers> TiedParts::find_part(const Plan& changed, const Numbers& projects, Changer& changer) {
  if (is_named_by_plan(changed, projects)) return std::nullopt;
  const Numbers before = ties_.tied_to(projects);
  for (const std::string& nr : projects) {
    const auto position = changer.find_project(nr);
    if (!position && changed.investeringsbudget && changed.investeringsbudget->name == nr) return std::nullopt;
    ties_.set(nr, position ? named_by(changed, changed.projects[*position]) : Numbers());
  }
  Numbers part = ties_.tied_to(before);
  if (!projects.empty() && part.size() >= changer.count_projects()) return std::nullopt;
  return part;
}

bool TiedParts::make_part(const Plan& changed, std::vector<Project> projects, const Changer& changer,
                          Standing standing) {
  Plan& part = part_.plan;
  copy_without_projects(changed, part);
  if (has_kinds_) part.soort = changed.soort.value_or(Soort::project);
  part.projects = std::move(projects);
  if (part.has_soorten() != has_kinds_) return false;  // the first of a kind, which makes words of posts mean more
  if (std::any_of(part.projects.begin(), part.projects.end(), is_drawn_with_others)) return false;
  posts_ += least_posts;
  for (const Project& project : part.projects) posts_ += project.posts.size();
  const auto& rib = part.investeringsbudget;
  if (rib && std::none_of(part.projects.begin(), part.projects.end(),
                          [&](const Project& project) { return project.nr == rib->name; }))
    part.investeringsbudget.reset();
  if (!changer.finds_nothing(part)) return false;
  Findings findings;
  link_changed(part, standing, findings);
  if (findings.empty()) findings = work_out_linked(standing, std::nullopt, part_);
  return findings.empty();
}

void TiedParts::take(const std::string& nr, std::size_t position, const Balance& is, std::vector<MovedProject>& moved) {
  const Balance* was = figures_.find(nr);
  const bool same = was != nullptr && same_figures(*was, is);
  if (same && was->soort == is.soort) return;
  if (!same) moved.push_back({nr, was == nullptr ? std::nullopt : std::optional(*was), position});
  figures_.set(nr, is);
}

void TiedParts::put_back(const std::vector<MovedProject>& moved) {
  for (const MovedProject& project : moved) {
    if (project.before) figures_.set(project.nr, *project.before);
    else figures_.drop(project.nr);
  }
}

bool TiedParts::work_out_part(const Plan& changed, const Numbers& part, Changer& changer, Standing standing,
                              std::vector<MovedProject>& moved) {
  std::vector<std::size_t> positions;
  std::vector<Project> projects;
  std::vector<std::string> gone;
  for (const std::string& nr : part) {
    if (const auto position = changer.find_project(nr)) positions.push_back(*position);
    else gone.push_back(nr);
  }
  std::sort(positions.begin(), positions.end());
  for (const std::size_t position : positions) projects.push_back(changed.projects[position]);
  if (!make_part(changed, std::move(projects), changer, standing)) return false;
  for (std::size_t i = 0; i < positions.size(); ++i)
    take(part_.plan.projects[i].nr, positions[i], part_.balances.projects[i], moved);
  for (const std::string& nr : gone)
    if (const Balance* was = figures_.find(nr)) {
      moved.push_back({nr, *was, std::nullopt});
      figures_.drop(nr);
    }
  return true;
}

bool TiedParts::work_out_grown(const Plan& changed, const Grown& grown, Changer& changer, Standing standing,
                               std::vector<MovedProject>& moved) {
  for (const auto& [nr, before] : grown) {
    const std::size_t position = *changer.find_project(nr);
    const Balance* was = figures_.find(nr);
    if (was == nullptr || !make_part(changed, {with_only(changed.projects[position], before)}, changer, standing))
      return false;
    take(nr, position, added_up(*was, part_.balances.projects.front()), moved);
  }
  return true;
}

std::optional<std::vector<MovedProject>> TiedParts::follow(const Plan& changed, const Touched& touched,
                                                           Changer& changer, Standing standing) {
  Numbers projects = touched.projects;
  Grown grown = find_grown(changed, touched, changer, projects);
  const std::optional<Numbers> part = find_part(changed, projects, changer);
  if (!part) return std::nullopt;
  std::erase_if(grown, [&part](const auto& project) { return part->contains(project.first); });
  std::vector<MovedProject> moved;
  if ((part->empty() || work_out_part(changed, *part, changer, standing, moved)) &&
      work_out_grown(changed, grown, changer, standing, moved) &&
      // Else two projects have one number, of which the other is no part of this.
      figures_.size() == changer.count_projects() && figures_.is_sound()) {
    std::sort(moved.begin(), moved.end(), [](const MovedProject& one, const MovedProject& other) {
      return one.stands.value_or(behind_all) < other.stands.value_or(behind_all);
    });
    return moved;
  }
  put_back(moved);
  return std::nullopt;
}

}  // namespace saldo
