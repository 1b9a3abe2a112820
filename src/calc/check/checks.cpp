#include "calc/check/checks.h"

namespace saldo {

namespace {

constexpr Check checks[] = {
#define SALDO_NO_CHECK(name, id, severity)
#define SALDO_CHECK(name, id, severity) {Rule::name, check_##name},
    SALDO_RULES(SALDO_NO_CHECK, SALDO_CHECK)
#undef SALDO_CHECK
#undef SALDO_NO_CHECK
};

bool matches(const Negeer& negeer, const Diagnostic& finding) {
  return negeer.regel == finding.rule && (negeer.project.empty() || negeer.project == finding.subject.project) &&
         (negeer.post.empty() || negeer.post == finding.subject.post) &&
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
      if (matches(plan.negeer[i], finding)) used[i] = ignored = true;
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

Findings check_plan(const Plan& plan, const Amounts& amounts, const Balances& balances) {
  const std::vector<Overdracht> overdrachten = find_overdrachten(plan, amounts);
  const std::vector<Relatie> relaties = find_relaties(plan, overdrachten);
  const CheckInput input{plan, amounts, balances, overdrachten, relaties};
  Findings findings;
  for (const Check& check : checks) check.run(input, findings);
  drop_ignored(plan, findings);
  apply_severities(plan, findings);
  sort_by_place(findings);
  return findings;
}

}  // namespace saldo
