#include "calc/check/checks.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <numeric>
#include <set>
#include <utility>

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

// A plan while it is checked: its checks can be made in any order, and on any thread.
class Checking {
 public:
  Checking(const ToCheck& of, WantedRule wanted)
      : worked_(of.worked),
        overdrachten_(of.overdrachten),
        relaties_(find_relaties(worked_.plan, overdrachten_)),
        wanted_(wanted) {
    for (const Check& check : checks)
      if (is_wanted(check.rule)) asked_.push_back(&check);
    found_.resize(asked_.size());
    if (!worked_.begroot) return;
    begroot_overdrachten_ = find_overdrachten(worked_.begroot->plan, worked_.begroot->amounts);
    begroot_relaties_ = find_relaties(worked_.begroot->plan, begroot_overdrachten_);
  }

  std::size_t size() const { return asked_.size(); }
  void make(std::size_t i) { asked_[i]->run(is_of_budget(asked_[i]->rule) ? budgeted() : booked(), found_[i]); }

  // Once all are made: what they found, in the order of the checks where two have one place.
  Findings take() {
    Findings findings = put_together();
    name_posts(worked_.plan, findings);
    drop_ignored(worked_.plan, findings);
    // Of a rule that was not looked for nothing could be set aside.
    if (!is_wanted(Rule::negeer_ongebruikt))
      std::erase_if(findings, [](const Diagnostic& finding) { return finding.rule == Rule::negeer_ongebruikt; });
    apply_severities(worked_.plan, findings);
    sort_by_place(findings);
    return findings;
  }

 private:
  bool is_wanted(Rule rule) const { return wanted_ == nullptr || wanted_(rule); }

  CheckInput booked() const {
    return {worked_.plan, worked_.amounts, worked_.balances, overdrachten_, relaties_, worked_};
  }
  CheckInput budgeted() const {
    if (!worked_.begroot) return booked();
    const Worked& budget = *worked_.begroot;
    return {budget.plan, budget.amounts, budget.balances, begroot_overdrachten_, begroot_relaties_, budget};
  }

  Findings put_together() {
    Findings findings;
    const auto add = [](std::size_t sum, const Findings& of_check) { return sum + of_check.size(); };
    findings.reserve(std::accumulate(found_.begin(), found_.end(), std::size_t{0}, add));
    for (Findings& of_check : found_) {
      findings.insert(findings.end(), std::move_iterator(of_check.begin()), std::move_iterator(of_check.end()));
      of_check = Findings();  // there may be as many as the plan has posts, and `{}` would keep the room for them
    }
    return findings;
  }

  const Worked& worked_;
  const std::vector<Overdracht>& overdrachten_;
  std::vector<Relatie> relaties_;
  std::vector<Overdracht> begroot_overdrachten_;  // of the plan without what was booked, where anything was
  std::vector<Relatie> begroot_relaties_;
  WantedRule wanted_;
  std::vector<const Check*> asked_;
  std::vector<Findings> found_;  // by check
};

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

std::vector<Findings> all_findings(std::span<const ToCheck> plans, WantedRule wanted) {
  std::vector<Checking> all;
  std::vector<std::pair<std::size_t, std::size_t>> to_make;  // a plan, and a check of it
  std::size_t posts = 0;
  for (const ToCheck& plan : plans) {
    posts += plan.worked.plan.post_count;
    all.emplace_back(plan, wanted);
    for (std::size_t i = 0; i < all.back().size(); ++i) to_make.emplace_back(all.size() - 1, i);
  }
  const std::size_t worth = std::max(posts / posts_of_a_thread, plans.size());
  const std::size_t threads = std::clamp<std::size_t>(worth, 1, all_cores());
  on_threads(to_make.size(), threads,
             [&] { return [&](std::size_t i) { all[to_make[i].first].make(to_make[i].second); }; });
  std::vector<Findings> found(plans.size());
  on_threads(plans.size(), threads, [&] { return [&](std::size_t i) { found[i] = all[i].take(); }; });
  return found;
}

Findings all_findings(const Worked& worked, const std::vector<Overdracht>& overdrachten, WantedRule wanted) {
  const ToCheck plan{worked, overdrachten};
  return std::move(all_findings({&plan, 1}, wanted).front());
}

Findings check_plan(const Worked& worked, WantedRule wanted) {
  return as_told(all_findings(worked, find_overdrachten(worked.plan, worked.amounts), wanted));
}

Findings as_told(Findings all) {
  tell_echoes(all);
  return all;
}

}  // namespace saldo
