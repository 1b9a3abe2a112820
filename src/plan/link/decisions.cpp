#include "plan/link/decisions.h"

#include <algorithm>
#include <set>

#include "base/say.h"
#include "plan/address.h"

namespace saldo {

namespace {

void link_correctie(const Plan& plan, const Afsluiting& record, Correctie& correctie, const Names<ProjectId>& names,
                    Findings& findings) {
  look_up_project(correctie.project, names, findings);
  if (!plan.years.contains(correctie.verwerkt_in) || correctie.verwerkt_in <= record.jaar)
    report(
        findings, Rule::verkeerde_waarde, correctie.place,
        say("{} cannot take a correction of {}: it is no later year of the plan", correctie.verwerkt_in, record.jaar),
        say("write the year in which the difference is booked, such as {}", record.jaar + 1));
  if (!correctie.project.id) return;
  const Project& project = plan.project(*correctie.project.id);
  std::vector<std::size_t> found;
  for (std::size_t post = 0; post < project.posts.size(); ++post)
    if (project.posts[post].nr == correctie.post.name || project.posts[post].naam == correctie.post.name)
      found.push_back(post);
  if (found.size() == 1) correctie.position = static_cast<std::uint32_t>(found.front());
  else if (found.empty())
    report(findings, Rule::onbekende_post, correctie.post.place,
           say("project {} has no post {}", project.nr, correctie.post.name),
           did_you_mean(likely_posts(project, correctie.post.name)));
  else
    findings.push_back(ambiguous_post(Rule::onbekende_post, correctie.post.place, project, correctie.post.name, found));
}

void link_oordeel(const Oordeel& oordeel, const Names<ProjectId>& projects, const Names<LineId>& lines,
                  Findings& findings) {
  if (oordeel.of_project) {
    Reference<ProjectId> project{oordeel.over.name, oordeel.over.place};
    look_up_project(project, projects, findings);
  } else {
    Reference<LineId> line{oordeel.over.name, oordeel.over.place};
    look_up(line, lines, Rule::onbekende_programmalijn, "programmalijn", findings);
  }
}

void report_twice(std::string_view name, Place place, Findings& findings) {
  report(findings, Rule::dubbel_nr, place, say("{} is there twice", name));
}

}  // namespace

void link_decisions(const Plan& plan, Afsluiting& record, const Names<ProjectId>& names, Findings& findings) {
  std::set<std::pair<std::string, std::string>> routes;
  for (Onderweg& onderweg : record.onderweg) {
    look_up_project(onderweg.van, names, findings);
    look_up_project(onderweg.naar, names, findings);
    if (!routes.insert({onderweg.van.name, onderweg.naar.name}).second)
      report_twice(onderweg.van.name + " -> " + onderweg.naar.name, onderweg.place, findings);
  }
  std::stable_sort(record.onderweg.begin(), record.onderweg.end(), [](const Onderweg& a, const Onderweg& b) {
    return std::pair(a.van.id, a.naar.id) < std::pair(b.van.id, b.naar.id);
  });
  std::set<std::string> advances;
  for (Voorschot& voorschot : record.voorschotten) {
    look_up_project(voorschot.project, names, findings);
    if (!advances.insert(voorschot.project.name).second)
      report_twice(voorschot.project.name, voorschot.place, findings);
  }
  Names<LineId> lines;
  for (std::size_t line = 0; line < plan.lines.size(); ++line)
    lines.emplace(plan.lines[line].id, static_cast<LineId>(line));
  for (const Oordeel& oordeel : record.oordelen) link_oordeel(oordeel, names, lines, findings);
  for (Correctie& correctie : record.correcties) link_correctie(plan, record, correctie, names, findings);
}

}  // namespace saldo
