#include "calc/wijziging/stap/one_by_one.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "calc/wijziging/stap/followed_amounts.h"
#include "calc/wijziging/stap/followed_balances.h"
#include "calc/wijziging/stap/parts.h"
#include "calc/wijziging/stap/small_change.h"
#include "calc/wijziging/work_out.h"

namespace saldo {

// The figures of a plan since it was last worked out as a whole; and those of its budget where something was booked, of
// which only counts that they stay within range.
struct OneByOne::Followed {
  Followed(const Plan& plan, const Worked* begroot) : amounts(plan) {
    if (begroot == nullptr) return;
    budget.emplace(begroot->plan);
    budget_amounts.emplace(*budget);
  }

  bool is_sound() const { return amounts.is_sound() && (!budget_amounts || budget_amounts->is_sound()); }

  FollowedAmounts amounts;
  std::optional<FollowedBalances> balances;
  std::optional<Plan> budget;
  std::optional<FollowedAmounts> budget_amounts;
};

namespace {

// The same side, or the budget, of the same plan before it was linked.
void copy_touched(const Plan& changed, const Touched& touched, Plan& plan) {
  for (const TouchedSide& at : touched.sides)
    plan.projects[at.project].posts[at.post].side(at.direction) =
        changed.projects[at.project].posts[at.post].side(at.direction);
  for (const std::size_t project : touched.openings) plan.projects[project].budget = changed.projects[project].budget;
}

// Where all of a plan is tied to all else, looking for a part of it is work for nothing: so many changes go without it.
constexpr std::size_t refused_parts = 3;

template <class Item>
void each_once(std::vector<Item>& items) {
  std::sort(items.begin(), items.end());
  items.erase(std::unique(items.begin(), items.end()), items.end());
}

}  // namespace

OneByOne::OneByOne(const PlanBase& base, Standing standing, std::optional<Date> as_of)
    : base_(base), standing_(standing), as_of_(as_of), changed_(base.joined) {
  if (as_of_) forget_later_records(changed_, *as_of_);
}

OneByOne::~OneByOne() = default;

const Findings& OneByOne::work_out() {
  moved_.clear();
  if (waiting_.empty() && whole_ > 0) return findings_;
  carry_out_waiting();
  Touched touched = changer_ ? changer_->take_touched() : Touched();
  each_once(touched.sides);
  each_once(touched.openings);
  if (!work_out_less(touched)) work_out_whole();
  return findings_;
}

// Without all of the plan. Many changes of amounts after one of posts are followed sooner than worked out in parts: once
// those have cost a plan, one is worked out.
bool OneByOne::work_out_less(const Touched& touched) {
  if (parts_ && !touched.structure && parts_->posts() > worked_.plan.post_count) return false;
  if (!parts_ && is_small(touched)) return begin_to_follow() && follow(touched);
  return follow_in_part(touched);
}

// A change whose file has findings may not say what was meant.
void OneByOne::carry_out_waiting() {
  if (base_.findings.empty() && base_.complete && may_change(changed_))
    for (const ChangeList::Item& item : waiting_) {
      if (!changer_) changer_ = std::make_unique<Changer>(changed_, standing_, of_changes_);
      changer_->carry_out(item);
    }
  waiting_.clear();
}

bool OneByOne::is_small(const Touched& touched) const {
  const bool expects = standing_ == Standing::prognose && !changed_.tussentijds.empty();
  if (!is_known_ || touched.more || touched.structure || !of_changes_.empty() || expects) return false;
  const auto stands = [this](std::size_t project) { return !worked_.plan.projects[project].is_exploitatie(); };
  return std::all_of(touched.openings.begin(), touched.openings.end(), stands) &&
         std::all_of(touched.sides.begin(), touched.sides.end(), [this](const TouchedSide& at) {
           return is_small_change(worked_.plan, at, changed_.projects[at.project].posts[at.post].side(at.direction));
         });
}

bool OneByOne::begin_to_follow() {
  if (followed_) return true;
  followed_ = std::make_unique<Followed>(worked_.plan, worked_.begroot.get());
  if (followed_->is_sound())
    followed_->balances.emplace(worked_.plan, worked_.amounts, worked_.balances.projects, worked_.balances.total);
  else followed_.reset();
  return followed_ != nullptr;
}

bool OneByOne::follow(const Touched& touched) {
  copy_touched(changed_, touched, worked_.plan);
  const std::vector<FollowedCell> cells = followed_->amounts.follow(touched.sides, touched.openings);
  if (followed_->budget) {
    copy_touched(changed_, touched, *followed_->budget);
    followed_->budget_amounts->follow(touched.sides, touched.openings);
  }
  if (!followed_->is_sound()) return false;
  for (auto& [project, before] : followed_->balances->follow(cells, touched.openings))
    moved_.push_back({worked_.plan.projects[project].nr, std::move(before), project});
  return true;
}

bool OneByOne::follow_in_part(const Touched& touched) {
  if (!is_known_ || touched.more || !of_changes_.empty()) return false;
  if (without_parts_ > 0) {
    --without_parts_;
    return false;
  }
  if (!parts_) {
    if (!has_parts(changed_)) return false;
    // The figures are those of before; which are by position, as is the plan that was linked.
    parts_ =
        std::make_unique<TiedParts>(worked_.plan, [this](std::size_t p) -> const Balance& { return balance_at(p); });
    followed_.reset();
  }
  auto moved = parts_->follow(changed_, touched, *changer_, standing_);
  if (!moved) {
    without_parts_ = refused_parts;
    return false;
  }
  moved_ = std::move(*moved);
  return true;
}

// The changed plan, with names that were looked up.
Findings OneByOne::link() {
  if (changer_) changer_->close_gaps();
  worked_.plan = changed_;
  Findings findings = base_.findings;
  if (!base_.complete) return findings;
  if (changer_) {
    const auto carried_out = static_cast<std::ptrdiff_t>(of_changes_.size());
    changer_->check();
    findings = of_changes_;
    // What is wrong at the end of these changes may be right at the end of the next.
    of_changes_.erase(of_changes_.begin() + carried_out, of_changes_.end());
    if (!findings.empty()) return findings;
  }
  link_changed(worked_.plan, standing_, findings);
  return findings;
}

void OneByOne::work_out_whole() {
  ++whole_;
  remember_known();
  followed_.reset();
  parts_.reset();
  findings_ = link();
  sort_by_place(findings_);
  if (findings_.empty()) findings_ = work_out_linked(standing_, as_of_, worked_);
  is_known_ = findings_.empty();
  if (is_known_) tell_moved();
}

void OneByOne::remember_known() {
  if (!is_known_) return;
  if (parts_) {
    last_known_ = parts_->figures().all();
    return;
  }
  last_known_.clear();
  for (std::size_t p = 0; p < worked_.plan.projects.size(); ++p)
    last_known_.emplace_back(worked_.plan.projects[p].nr, balance_at(p));
}

void OneByOne::tell_moved() {
  const std::vector<Project>& projects = worked_.plan.projects;
  std::unordered_map<std::string_view, std::size_t> before;
  for (std::size_t p = 0; p < last_known_.size(); ++p) before.emplace(last_known_[p].first, p);
  for (std::size_t p = 0; p < projects.size(); ++p) {
    const auto found = before.find(projects[p].nr);
    if (found == before.end()) {
      moved_.push_back({projects[p].nr, std::nullopt, p});
      continue;
    }
    const Balance& was = last_known_[found->second].second;
    if (!same_figures(was, project(p))) moved_.push_back({projects[p].nr, was, p});
    before.erase(found);
  }
  for (const auto& [nr, was] : last_known_)
    if (before.contains(nr)) moved_.push_back({nr, was, std::nullopt});
}

const Balance& OneByOne::total() const {
  if (parts_) return parts_->figures().total();
  return followed_ ? followed_->balances->total() : worked_.balances.total;
}

const Balance& OneByOne::balance_at(std::size_t position) const {
  return followed_ ? followed_->balances->project(position) : worked_.balances.projects[position];
}

const Balance& OneByOne::project(std::size_t position) const {
  return parts_ ? *parts_->figures().find(changed_.projects[position].nr) : balance_at(position);
}

const Balance* OneByOne::investeringsbudget() const {
  const auto& rib = worked_.plan.investeringsbudget;
  if (!rib) return nullptr;
  return parts_ ? parts_->figures().find(rib->name) : &balance_at(position(*rib->id));
}

}  // namespace saldo
