#include "plan/link/koppeling.h"

#include <optional>

#include "base/say.h"
#include "plan/address.h"
#include "plan/link/names.h"
#include "plan/posts_by_name.h"

namespace saldo {

namespace {

class RegelLinker {
 public:
  RegelLinker(const Plan& plan, Findings& findings) : plan_(plan), findings_(findings) {
    for (std::size_t p = 0; p < plan.projects.size(); ++p)
      names_.emplace(plan.projects[p].nr, static_cast<ProjectId>(p));
  }

  void link(KoppelingRegel& regel, const Koppeling& koppeling) {
    if (!regel.overslaan.name.empty()) return;
    look_up_project(regel.project, names_, findings_);
    if (!regel.project.id) return;
    const Project& project = plan_.project(*regel.project.id);
    if (regel.naam.name.empty()) link_post(regel, project, koppeling);
    else link_unbudgeted(regel, project);
  }

 private:
  void link_post(KoppelingRegel& regel, const Project& project, const Koppeling& koppeling) {
    const auto found = posts_.find(project, regel.post.name);
    if (found.size() > 1) {
      findings_.push_back(ambiguous_post(Rule::onbekende_post, regel.post.place, project, regel.post.name,
                                         {found.begin(), found.end()}));
    } else if (found.empty()) {
      report(findings_, Rule::onbekende_post, regel.post.place,
             say("project {} has no post {}", project.nr, regel.post.name),
             suggests_more(findings_) ? did_you_mean(likely_posts(project, regel.post.name)) : Message{});
    } else {
      regel.position = static_cast<std::uint32_t>(found.front());
      if (koppeling.intern == Intern::plan) refuse_leg(regel, project);
    }
  }

  // A name that a post has is that post, lest the same money counts apart.
  void link_unbudgeted(KoppelingRegel& regel, const Project& project) {
    for (std::size_t at = 0; at < project.posts.size(); ++at) {
      const Post& post = project.posts[at];
      if (folded(post.naam) != folded(regel.naam.name)) continue;
      if (post.automatic && post.naam == regel.naam.name) {  // booked without a budget before: the same thing
        regel.position = static_cast<std::uint32_t>(at);
        return;
      }
      report(findings_, Rule::onbekende_post, regel.naam.place,
             say("project {} has a post with this naam: {}", project.nr, post.nr),
             say("write post = \"{}\" instead of `naam`", post.nr));
      return;
    }
  }

  void refuse_leg(const KoppelingRegel& regel, const Project& project) {
    for (const Direction direction : both_directions) {
      const Leg* leg = project.find_leg(*regel.position, direction);
      if (leg == nullptr || (regel.kant && *regel.kant != direction)) continue;
      report(findings_, Rule::verkeerde_waarde, regel.post.place,
             say("post {} of {} is an overdracht, and with intern = \"plan\" those are not in the export",
                 project.posts[*regel.position].nr, project.nr),
             say("take the regel out, or write intern = \"boekingen\""));
    }
  }

  const Plan& plan_;
  Findings& findings_;
  Names<ProjectId> names_;
  PostsByName posts_;
};

}  // namespace

void link_koppelingen(Plan& plan, Findings& findings) {
  if (plan.koppelingen.empty()) return;
  name_all<std::size_t>(
      plan.koppelingen, [](const Koppeling& k) -> std::string_view { return k.naam; }, "koppeling", findings);
  RegelLinker linker(plan, findings);
  for (Koppeling& koppeling : plan.koppelingen)
    for (KoppelingRegel& regel : koppeling.regels) linker.link(regel, koppeling);
}

}  // namespace saldo
