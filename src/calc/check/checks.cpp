#include "calc/check/checks.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <numeric>
#include <set>

#include "base/on_threads.h"
#include "calc/check/negeer.h"

namespace saldo {

namespace {

constexpr Check checks[] = {
#define SALDO_NO_CHECK(name, id, severity)
#define SALDO_CHECK(name, id, severity) {Rule::name, check_##name},
    SALDO_RULES(SALDO_NO_CHECK, SALDO_CHECK)
#undef SALDO_CHECK
#undef SALDO_NO_CHECK
};

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

// A plan of less is checked before a thread has begun.
constexpr std::size_t posts_of_a_thread = 1'000;

// What they find stands in the order of the checks, on however many threads they were made.
void run_wanted(const CheckInput& booked, const CheckInput& budgeted, WantedRule wanted, Findings& findings) {
  std::vector<const Check*> asked;
  for (const Check& check : checks)
    if (wanted == nullptr || wanted(check.rule)) asked.push_back(&check);
  std::vector<Findings> found(asked.size());
  const std::size_t threads = std::clamp<std::size_t>(booked.plan.post_count / posts_of_a_thread, 1, all_cores());
  on_threads(asked.size(), threads, [&] {
    return [&](std::size_t i) { asked[i]->run(is_of_budget(asked[i]->rule) ? budgeted : booked, found[i]); };
  });
  const auto add = [](std::size_t sum, const Findings& of_check) { return sum + of_check.size(); };
  findings.reserve(std::accumulate(found.begin(), found.end(), findings.size(), add));
  for (Findings& of_check : found) {
    findings.insert(findings.end(), std::move_iterator(of_check.begin()), std::move_iterator(of_check.end()));
    of_check = Findings();  // there may be as many as the plan has posts, and `{}` would keep the room for them
  }
}

void run_on_both(const CheckInput& booked, const Worked& budget, WantedRule wanted, Findings& findings) {
  const std::vector<Overdracht> overdrachten = find_overdrachten(budget.plan, budget.amounts);
  const std::vector<Relatie> relaties = find_relaties(budget.plan, overdrachten);
  run_wanted(booked, {budget.plan, budget.amounts, budget.balances, overdrachten, relaties, budget}, wanted, findings);
}

}  // namespace

std::span<const Check> all_checks() { return checks; }

// What a budget says of itself stays true once a year is closed: how its amounts follow from each other, and what was
// printed of it, and how its parts are called. All else is about the money there is, so about what was booked where that is
// known.
bool is_of_budget(Rule rule) {
  switch (rule) {
    case Rule::controle:
    case Rule::controle_onvolledig:
    case Rule::evenwicht_structureel:
    case Rule::evenwicht_sluitend:
    case Rule::index_afwijking:
    case Rule::percentage_afwijking:
    case Rule::onderbouwing_afwijking:
    case Rule::factor_verschil:
    case Rule::som_afwijking:
    case Rule::afronding_groei:
    case Rule::delen_onder_100:
    case Rule::index_ongebruikt:
    case Rule::programmalijn_leeg:
    case Rule::naam_dubbel:
    case Rule::naam_lijkt:
    case Rule::kenmerk_lijkt:
    case Rule::prognose_structureel:
    case Rule::verdacht_dubbel:
    case Rule::verdacht_getal:
    case Rule::doel_op_pm: return true;
    default: return false;
  }
}

Findings all_findings(const Worked& worked, const std::vector<Overdracht>& overdrachten, WantedRule wanted) {
  const std::vector<Relatie> relaties = find_relaties(worked.plan, overdrachten);
  const CheckInput input{worked.plan, worked.amounts, worked.balances, overdrachten, relaties, worked};
  Findings findings;
  if (worked.begroot) run_on_both(input, *worked.begroot, wanted, findings);
  else run_wanted(input, input, wanted, findings);
  name_posts(worked.plan, findings);
  drop_ignored(worked.plan, findings);
  // Of a rule that was not looked for nothing could be set aside.
  if (wanted != nullptr && !wanted(Rule::negeer_ongebruikt))
    std::erase_if(findings, [](const Diagnostic& finding) { return finding.rule == Rule::negeer_ongebruikt; });
  apply_severities(worked.plan, findings);
  sort_by_place(findings);
  return findings;
}

Findings check_plan(const Worked& worked, WantedRule wanted) {
  return as_told(all_findings(worked, find_overdrachten(worked.plan, worked.amounts), wanted));
}

Findings as_told(Findings all) {
  tell_echoes(all);
  return all;
}

}  // namespace saldo
