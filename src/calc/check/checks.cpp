#include "calc/check/checks.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/say.h"

namespace saldo {

namespace {

constexpr Check checks[] = {
#define SALDO_NO_CHECK(name, id, severity)
#define SALDO_CHECK(name, id, severity) {Rule::name, check_##name},
    SALDO_RULES(SALDO_NO_CHECK, SALDO_CHECK)
#undef SALDO_CHECK
#undef SALDO_NO_CHECK
};

const Project* find_project(const Plan& plan, const std::string& nr) {
  const std::optional<ProjectId> id = plan.find_project(nr);
  return id ? &plan.project(*id) : nullptr;
}

const Post* find_post(const Project& project, std::string_view nr) {
  const auto found =
      std::find_if(project.posts.begin(), project.posts.end(), [nr](const Post& post) { return post.nr == nr; });
  return found == project.posts.end() ? nullptr : &*found;
}

// A finding tells a post by its nr, which may be no more than its place.
void name_posts(const Plan& plan, Findings& findings) {
  for (Diagnostic& finding : findings) {
    if (finding.subject.post.empty()) continue;
    const Project* project = find_project(plan, finding.subject.project);
    const Post* post = project == nullptr ? nullptr : find_post(*project, finding.subject.post);
    if (post != nullptr && !post->own_nr) finding.post_naam = post->naam;
  }
}

// A [[negeer]] knows a post by its own nr or its naam, so that it stays with that post when another is put in above it.
bool is_post(const Plan& plan, const Diagnostic& finding, std::string_view nr_or_naam) {
  const Address& subject = finding.subject;
  if (finding.post_naam.empty() && subject.post == nr_or_naam) return true;
  const Project* project = subject.post.empty() ? nullptr : find_project(plan, subject.project);
  if (project == nullptr) return false;
  const std::vector<std::size_t> posts = find_lasting_posts(*project, nr_or_naam);
  return posts.size() == 1 && project->posts[posts.front()].nr == subject.post;
}

bool matches(const Plan& plan, const Negeer& negeer, const Diagnostic& finding) {
  return negeer.regel == finding.rule && (negeer.project.empty() || negeer.project == finding.subject.project) &&
         (negeer.post.empty() || is_post(plan, finding, negeer.post)) &&
         (!negeer.jaar || negeer.jaar == finding.subject.year);
}

// The project in which what a [[negeer]] gives for a post is only the place of one.
const Project* project_of_place(const Plan& plan, const Negeer& negeer) {
  for (const Project& project : plan.projects) {
    if (negeer.post.empty() || (!negeer.project.empty() && negeer.project != project.nr)) continue;
    if (find_lasting_posts(project, negeer.post).empty() && find_post(project, negeer.post) != nullptr) return &project;
  }
  return nullptr;
}

Diagnostic unused(const Plan& plan, const Negeer& negeer) {
  const std::string id(info(*negeer.regel).id);
  if (const Project* project = project_of_place(plan, negeer))
    return {Rule::negeer_ongebruikt,
            negeer.place,
            say("post {} of project {} has no nr of its own: that is its place, and this [[negeer]] follows no place",
                negeer.post, project->nr),
            {},
            say("write post = \"{}\" if that post is meant, or give it nr = \"{}\"",
                find_post(*project, negeer.post)->naam, negeer.post),
            {negeer.project, negeer.post, id, negeer.jaar}};
  return {Rule::negeer_ongebruikt,
          negeer.place,
          say("`{}` finds nothing that this [[negeer]] could set aside", id),
          {},
          say("take it out, or see whether its project, post and jaar are right"),
          {negeer.project, negeer.post, id, negeer.jaar}};
}

// Where it is larger than was looked at, it is told, with what was accepted. A finding without an amount cannot grow.
bool exceeds(const Negeer& negeer, Diagnostic& finding) {
  const auto* off_by = std::get_if<Money>(&finding.extent);
  if (!negeer.hoogstens || off_by == nullptr || off_by->size() <= *negeer.hoogstens) return false;
  finding.related.push_back(
      {negeer.place, say("set aside as long as it is at most {}: it is {} now", *negeer.hoogstens, off_by->size())});
  return true;
}

void drop_ignored(const Plan& plan, Findings& findings) {
  std::vector<bool> used(plan.negeer.size());
  Findings kept;
  for (Diagnostic& finding : findings) {
    bool ignored = false;
    for (std::size_t i = 0; i < plan.negeer.size(); ++i) {
      if (!matches(plan, plan.negeer[i], finding)) continue;
      used[i] = true;
      ignored = !exceeds(plan.negeer[i], finding) || ignored;
    }
    if (!ignored) kept.push_back(std::move(finding));
  }
  for (std::size_t i = 0; i < used.size(); ++i)
    if (!used[i]) kept.push_back(unused(plan, plan.negeer[i]));
  findings = std::move(kept);
}

void apply_severities(const Plan& plan, Findings& findings) {
  for (const CheckSetting& setting : plan.check_settings) {
    if (!setting.severity)
      std::erase_if(findings, [&](const Diagnostic& finding) { return finding.rule == setting.rule; });
    for (Diagnostic& finding : findings)
      if (setting.severity && finding.rule == setting.rule) finding.severity = *setting.severity;
  }
}

// The shown findings that this one follows from, by the causes of its causes; false when there are none.
bool add_roots(const Findings& findings, const std::map<std::pair<Rule, Place>, std::size_t>& at, std::size_t echo,
               std::set<std::size_t>& roots) {
  bool any = false;
  for (const Place& cause : findings[echo].causes) {
    const auto found = at.find({findings[echo].rule, cause});
    if (found == at.end() || found->second == echo) continue;
    if (!add_roots(findings, at, found->second, roots)) roots.insert(found->second);
    any = true;
  }
  return any;
}

// What only follows from other findings is told under them; on its own where none of them is shown.
void tell_echoes(Findings& findings) {
  std::map<std::pair<Rule, Place>, std::size_t> at;
  for (std::size_t i = 0; i < findings.size(); ++i) at.try_emplace({findings[i].rule, findings[i].place}, i);
  std::vector<bool> is_echo(findings.size());
  for (std::size_t i = 0; i < findings.size(); ++i) {
    std::set<std::size_t> roots;
    is_echo[i] = add_roots(findings, at, i, roots);
    for (const std::size_t root : roots) findings[root].related.push_back({findings[i].place, findings[i].message});
  }
  std::size_t i = 0;
  std::erase_if(findings, [&](const Diagnostic&) { return is_echo[i++]; });
}

}  // namespace

std::span<const Check> all_checks() { return checks; }

Findings all_findings(const Worked& worked, const std::vector<Overdracht>& overdrachten) {
  const std::vector<Relatie> relaties = find_relaties(worked.plan, overdrachten);
  const CheckInput input{worked.plan, worked.amounts, worked.balances, overdrachten, relaties};
  Findings findings;
  for (const Check& check : checks) check.run(input, findings);
  name_posts(worked.plan, findings);
  drop_ignored(worked.plan, findings);
  apply_severities(worked.plan, findings);
  sort_by_place(findings);
  return findings;
}

Findings check_plan(const Worked& worked) {
  Findings findings = all_findings(worked, find_overdrachten(worked.plan, worked.amounts));
  tell_echoes(findings);
  return findings;
}

}  // namespace saldo
