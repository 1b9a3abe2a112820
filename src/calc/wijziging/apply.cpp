#include "calc/wijziging/apply.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/say.h"
#include "calc/wijziging/changing.h"
#include "calc/wijziging/index.h"
#include "calc/wijziging/settings.h"
#include "calc/wijziging/targets.h"
#include "plan/link/link.h"

namespace saldo {

namespace {

void change_plan(ChangingPlan& changing, const Wijziging& change) {
  write_settings<PlanTable>(changing, change, {"", ""}, changing.plan);
  for (const Project& project : change.new_projects) {
    changing.touch_structure(project.nr);
    changing.conflicts.touch({project.nr, ""}, project.place);
    changing.positions.add(project.nr, changing.plan.projects.size());
    changing.plan.projects.push_back(project);
    if (!project.dubbeling_met->empty()) changing.has_dubbelingen = true;
  }
}

void change_index(ChangingPlan& changing, const Wijziging& change) {
  const auto found = find_index(changing.plan, change.index, changing.findings);
  if (!found) return;
  changing.since.more = true;
  const auto& factor = change.factor;
  const auto set = [&](const std::string& year, Ratio rate, Place place) {
    if (change.operation == Operation::percentage)
      changing.conflicts.set({"", change.index.name}, "index." + change.index.name + year, to_text(rate), place);
  };
  if (factor.every) set("", *factor.every, change.operation_place);
  for (const auto& of_year : factor.years) set("/" + word(of_year.year), of_year.value, of_year.place);
  Index& index = changing.plan.indexes[*found];
  const bool keeps = change_rates(changing.plan.years, changing.closed, change, index, changing.findings);
  if (keeps) keep_closed(changing.plan, *changing.closed, change.operation_place);
  changing.plan.index_notes.push_back({static_cast<IndexId>(*found), change.operation_place, change.toelichting});
}

// For verdacht-getal, which has only the changed plan to look at.
void note_factors(ChangingPlan& changing, const Wijziging& change) {
  if (change.operation != Operation::maal) return;
  const Address what{change.project.name.empty() ? change.programmalijn.name : change.project.name,
                     change.post.name,
                     change.index.name,
                     {}};
  if (change.factor.every) changing.plan.multiplied.push_back({what, *change.factor.every, change.operation_place});
  for (const auto& of_year : change.factor.years)
    changing.plan.multiplied.push_back({what, of_year.value, of_year.place});
}

void carry_out(ChangingPlan& changing, const ChangeList::Item& item, std::optional<Year> closed) {
  changing.conflicts.begin(item.layer);
  const Wijziging& change = *item.wijziging;
  changing.adopted = item.adopted;
  changing.closed = item.adopted == nullptr ? closed : std::nullopt;
  if (!check_closed(changing, change)) return;
  note_factors(changing, change);
  switch (change.of) {
    case Of::plan: change_plan(changing, change); break;
    case Of::index: change_index(changing, change); break;
    case Of::programmalijn: change_line(changing, change); break;
    case Of::project: change_project(changing, change); break;
    case Of::post: change_post(changing, change); break;
    case Of::doel: change_streef(changing, change); break;
  }
}

}  // namespace

bool sets(const Wijziging& change, std::string_view key) {
  return std::find(change.keys.begin(), change.keys.end(), key) != change.keys.end();
}

std::string place_text(const Wijziging& change) {
  return fmt::format("{}:{}", position(change.place.file), change.place.line);
}

ChangeList adopted_changes(const PlanBase& base, std::optional<Date> as_of) {
  ChangeList changes;
  for (const Begrotingswijziging& adopted : base.begrotingswijzigingen)
    if (!as_of || adopted.datum <= *as_of) changes.add_adopted(adopted);
  return changes;
}

struct Changer::State {
  ChangingPlan changing;
  std::optional<Year> closed;
};

Changer::Changer(Plan& plan, Standing standing, Findings& findings)
    : state_(new State{{plan, findings, Conflicts(findings)},
                       counts_booked(standing) ? last_closed(plan) : std::nullopt}) {}

Changer::~Changer() = default;

void Changer::carry_out(const ChangeList::Item& item) { saldo::carry_out(state_->changing, item, state_->closed); }

void Changer::close_gaps() { saldo::close_gaps(state_->changing); }

void Changer::check() {
  close_gaps();
  check_changed(state_->changing);
}

std::size_t Changer::count_projects() const { return state_->changing.plan.projects.size() - state_->changing.gaps; }

std::optional<std::size_t> Changer::find_project(const std::string& nr) {
  return state_->changing.positions.find(state_->changing.plan.projects, nr);
}

bool Changer::finds_nothing(const Plan& part) const { return saldo::finds_nothing(state_->changing, part); }

Touched Changer::take_touched() { return std::exchange(state_->changing.since, {}); }

bool may_change(const Plan& plan) { return plan.years.first != Year{} && plan.years.first <= plan.years.last; }

void link_changed(Plan& plan, Standing standing, Findings& findings) {
  finish_linking(plan, findings);
  if (!counts_booked(standing)) forget_booked(plan);
}

void apply_changes(const ChangeList& changes, Plan& plan, Findings& findings) {
  if (changes.as_of()) forget_later_records(plan, *changes.as_of());
  // A change whose file has findings may not say what was meant: those are told first.
  if (may_change(plan) && findings.empty() && !changes.empty()) {
    Changer changer(plan, changes.standing(), findings);
    for (const ChangeList::Item& item : changes.items()) changer.carry_out(item);
    changer.check();
    if (!findings.empty()) return;
  }
  // Beyond this fence every change has been carried out in full.
  link_changed(plan, changes.standing(), findings);
}

}  // namespace saldo
