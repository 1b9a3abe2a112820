#include "plan/link/soort.h"

#include "base/say.h"
#include "plan/line_order.h"
#include "plan/link/names.h"

namespace saldo {

namespace {

void refuse(Findings& findings, Place place, Message message, Message help) {
  report(findings, Rule::soort_combinatie, place, std::move(message), std::move(help));
}

void check_exploitatie(const Project& project, Findings& findings) {
  if (!project.budget.is_absent())
    refuse(findings, project.budget_place,
           say("project {} is an exploitatie: every year stands by itself, and none begins with a budget", project.nr),
           say("leave `budget` out, or write soort = \"project\" if its balance goes on"));
  if (project.more->restant != Restant::onbeslist)
    refuse(findings, project.more->restant_place,
           say("project {} is an exploitatie: no balance is left when it ends", project.nr),
           say("leave `restant` out; what goes to a reserve is a post with naar = \"R1\""));
  if (project.more->ondergrens)
    refuse(findings, project.more->ondergrens_place,
           say("project {} is an exploitatie: it has no balance that could fall below a floor", project.nr),
           say("leave `ondergrens` out, or write it on the reserve that pays"));
}

// A printed balance of what has none.
void check_controles(const std::vector<Controle>& controles, std::string_view what, Findings& findings) {
  for (const Controle& controle : controles)
    for (const Printed& printed : controle.printed)
      if (printed.figure == Figure::opening || printed.figure == Figure::eindsaldo)
        refuse(findings, printed.place,
               say("{} has no {}: every year of an exploitatie stands by itself", what, to_text(printed.figure)),
               say("write the baten, lasten or saldo that is printed"));
}

bool is_share_of_itself(const Post& post) {
  return post.baten.percentage() != nullptr || post.lasten.percentage() != nullptr;
}

void check_reserve(const Project& project, Findings& findings) {
  if (project.more->restant != Restant::onbeslist)
    refuse(findings, project.more->restant_place, say("{} is a reserve: what is left of it stays in it", project.nr),
           say("leave `restant` out; what is taken from it is a post with van = \"{}\"", project.nr));
  for (const Post& post : project.posts)
    if (is_share_of_itself(post))
      refuse(findings, post.place,
             say("post {} of reserve {} is a percentage of its own posts: they are what goes in and out, not its stand",
                 post.nr, project.nr),
             say("write the amount of each year"));
  for (const Reference<ProjectId>& other : *project.dubbeling_met)
    refuse(findings, other.place, say("{} is a reserve: what goes in or out of it is never counted twice", project.nr),
           say("leave `dubbeling_met` out"));
}

void check_dubbelingen(const Plan& plan, const Project& project, Findings& findings) {
  if (project.is_reserve()) return;
  for (const Reference<ProjectId>& other : *project.dubbeling_met)
    if (plan.project(*other.id).is_reserve())
      refuse(findings, other.place,
             say("{} is a reserve: what goes in or out of it is never counted twice", other.name),
             say("take \"{}\" out of `dubbeling_met`", other.name));
}

void check_lines(const Plan& plan, Findings& findings) {
  const std::vector<bool> without = lines_of_only(plan, Soort::exploitatie);
  for (std::size_t l = 0; l < without.size(); ++l) {
    const Programmalijn& line = plan.lines[l];
    if (!without[l]) continue;
    if (line.ondergrens)
      refuse(findings, line.ondergrens_place,
             say("programmalijn {} holds exploitatie only: it has no balance that could fall below a floor", line.id),
             say("leave `ondergrens` out, or write it on the reserve that pays"));
    check_controles(line.controles, "programmalijn " + line.id, findings);
  }
}

void check_named_funds(const Plan& plan, Findings& findings) {
  if (plan.investeringsbudget && plan.project(*plan.investeringsbudget->id).is_exploitatie())
    refuse(findings, plan.investeringsbudget->place,
           say("the investeringsbudget has a stand, and project {} is an exploitatie", plan.investeringsbudget->name),
           say("write soort = \"project\" or soort = \"reserve\" on project {}", plan.investeringsbudget->name));
  for (const Reference<ProjectId>& fund : plan.weerstandscapaciteit)
    if (plan.project(*fund.id).is_exploitatie())
      refuse(findings, fund.place, say("{} is an exploitatie: it has no stand that could be available", fund.name),
             say("name reserves here"));
}

void check_kolommen(const Plan& plan, Findings& findings) {
  for (const Kolom kolom : plan.weergave.kolommen)
    if (needs_soorten(kolom))
      refuse(findings, plan.weergave.place,
             say("there is no {} to show: nothing in this plan is a reserve or an exploitatie", to_text(kolom)),
             say("write soort = \"reserve\" on the project that is one, or take \"{}\" out of `kolommen`",
                 to_text(kolom)));
}

}  // namespace

void find_soorten(Plan& plan) {
  const Soort of_plan = plan.soort.value_or(Soort::project);
  std::vector<Soort> of_line(plan.lines.size(), of_plan);
  for (const LineId line : plan.lines_outside_in) {
    const auto above = plan.line_above(line);
    of_line[position(line)] = plan.line(line).soort.value_or(above ? of_line[position(*above)] : of_plan);
  }
  for (Project& project : plan.projects) {
    const std::optional<LineId> line = project.programmalijn.id;
    project.soort = project.more->own_soort.value_or(line ? of_line[position(*line)] : of_plan);
  }
}

void check_soorten(const Plan& plan, Findings& findings) {
  if (!plan.has_soorten()) return check_kolommen(plan, findings);
  bool has_stand = plan.projects.empty();
  for (const Project& project : plan.projects) {
    has_stand = has_stand || !project.is_exploitatie();
    check_dubbelingen(plan, project, findings);
    if (project.is_reserve()) check_reserve(project, findings);
    if (!project.is_exploitatie()) continue;
    check_exploitatie(project, findings);
    check_controles(*project.controles, "project " + project.nr, findings);
  }
  if (!has_stand) check_controles(plan.controles, "this plan", findings);
  check_lines(plan, findings);
  check_named_funds(plan, findings);
}

}  // namespace saldo
