#include "calc/check/checks.h"

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

// A finding tells the post by its nr; a [[negeer]] may know it by its naam.
bool is_post(const Plan& plan, const Address& subject, std::string_view nr_or_naam) {
  if (subject.post.empty() || subject.post == nr_or_naam) return subject.post == nr_or_naam;
  const std::optional<ProjectId> id = plan.find_project(subject.project);
  if (!id) return false;
  const Project& project = plan.project(*id);
  const std::vector<std::size_t> posts = find_posts(project, nr_or_naam);
  return posts.size() == 1 && project.posts[posts.front()].nr == subject.post;
}

bool matches(const Plan& plan, const Negeer& negeer, const Diagnostic& finding) {
  return negeer.regel == finding.rule && (negeer.project.empty() || negeer.project == finding.subject.project) &&
         (negeer.post.empty() || is_post(plan, finding.subject, negeer.post)) &&
         (!negeer.jaar || negeer.jaar == finding.subject.year);
}

Diagnostic unused(const Negeer& negeer) {
  const std::string id(info(*negeer.regel).id);
  return {Rule::negeer_ongebruikt,
          negeer.place,
          say("`{}` finds nothing that this [[negeer]] could set aside", id),
          {},
          say("take it out, or see whether its project, post and jaar are right"),
          {negeer.project, negeer.post, id, negeer.jaar}};
}

void drop_ignored(const Plan& plan, Findings& findings) {
  std::vector<bool> used(plan.negeer.size());
  std::erase_if(findings, [&](const Diagnostic& finding) {
    bool ignored = false;
    for (std::size_t i = 0; i < plan.negeer.size(); ++i)
      if (matches(plan, plan.negeer[i], finding)) used[i] = ignored = true;
    return ignored;
  });
  for (std::size_t i = 0; i < used.size(); ++i)
    if (!used[i]) findings.push_back(unused(plan.negeer[i]));
}

void apply_severities(const Plan& plan, Findings& findings) {
  for (const CheckSetting& setting : plan.check_settings) {
    if (!setting.severity)
      std::erase_if(findings, [&](const Diagnostic& finding) { return finding.rule == setting.rule; });
    for (Diagnostic& finding : findings)
      if (setting.severity && finding.rule == setting.rule) finding.severity = *setting.severity;
  }
}

}  // namespace

std::span<const Check> all_checks() { return checks; }

Findings check_plan(const Worked& worked, const std::vector<Overdracht>& overdrachten) {
  const std::vector<Relatie> relaties = find_relaties(worked.plan, overdrachten);
  const CheckInput input{worked.plan, worked.amounts, worked.balances, overdrachten, relaties};
  Findings findings;
  for (const Check& check : checks) check.run(input, findings);
  drop_ignored(worked.plan, findings);
  apply_severities(worked.plan, findings);
  sort_by_place(findings);
  return findings;
}

Findings check_plan(const Worked& worked) { return check_plan(worked, find_overdrachten(worked.plan, worked.amounts)); }

}  // namespace saldo
