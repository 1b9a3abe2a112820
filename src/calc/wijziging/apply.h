// Changes of a plan carried out: begrotingswijzigingen, scenarios and --set alike. What is derived (rules, sluitposten,
// spiegels, restanten, the RIB) follows by itself, as changes apply before the plan is linked and worked out.
//
// One variant, and ten thousand of them:
//
//   const PlanBase base = load_base(path);             // once
//   ChangeList changes = adopted_changes(base);
//   changes.add(scenario.wijzigingen);
//   Plan plan = base.joined;                           // per variant; copying into a plan used before costs little
//   apply_changes(changes, plan, findings);            // also links it
//
// `base` is only read, so threads can share it.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "base/finding/diagnostic.h"
#include "calc/standing.h"
#include "calc/wijziging/touched.h"
#include "plan/change.h"
#include "plan/load.h"

namespace saldo {

// Changes in the order in which they apply. Within one layer none may contradict another; a later layer may change what
// an earlier one has set. Begrotingswijzigingen are a layer each, all scenarios together one, all --set together one.
// Points to changes that others own.
class ChangeList {
 public:
  struct Item {
    const Wijziging* wijziging;
    std::size_t layer;
    const Begrotingswijziging* adopted = nullptr;  // that it is of; null: a scenario or --set
  };

  void add_adopted(const Begrotingswijziging& adopted) {
    ++layers_;
    for (const Wijziging& wijziging : adopted.wijzigingen) items_.push_back({&wijziging, layers_, &adopted});
  }

  void add(std::span<const Wijziging> wijzigingen) {
    ++layers_;
    add_to_layer(wijzigingen);
  }
  // To the layer that is there already.
  void add_to_layer(std::span<const Wijziging> wijzigingen) {
    for (const Wijziging& wijziging : wijzigingen) items_.push_back({&wijziging, layers_});
  }
  // Which figures are meant: of a budget only, what was booked in closed years counts for nothing, and those years may be
  // changed. As of a day, what was closed later counts for nothing, and of what is expected the last on or before it does.
  void show(Standing standing, std::optional<Date> as_of = {}) {
    standing_ = standing;
    as_of_ = as_of;
  }
  Standing standing() const { return standing_; }
  std::optional<Date> as_of() const { return as_of_; }
  void clear() { items_.clear(); }
  bool empty() const { return items_.empty(); }
  const std::vector<Item>& items() const { return items_; }

 private:
  std::vector<Item> items_;
  std::size_t layers_ = 0;
  Standing standing_ = Standing::realisatie;
  std::optional<Date> as_of_;
};

// The begrotingswijzigingen of a plan, all or those decided on or before a date.
ChangeList adopted_changes(const PlanBase& base, std::optional<Date> as_of = std::nullopt);

// Carries out the changes on `plan`, a copy of a joined plan, and links it. The plan can be computed with when there are
// no findings.
void apply_changes(const ChangeList& changes, Plan& plan, Findings& findings);

// --- the same in parts, for who works out what each of many changes does (calc/wijziging/stap/) ---

// Carries out changes on a joined plan one after the other, in the order in which they apply. Keeps both.
class Changer {
 public:
  Changer(Plan& plan, Standing standing, Findings& findings);
  ~Changer();
  Changer(const Changer&) = delete;
  Changer& operator=(const Changer&) = delete;

  void carry_out(const ChangeList::Item& item);
  void close_gaps();       // a project that was dropped leaves an empty one, without nr, until now: no position moves
  void check();            // closes them, and tells what shows when all have been carried out
  Touched take_touched();  // what was touched since this was asked last
  std::size_t count_projects() const;                              // that were not dropped
  std::optional<std::size_t> find_project(const std::string& nr);  // its position now
  bool finds_nothing(const Plan& part) const;  // whether check() would, in these projects of the plan

 private:
  struct State;
  std::unique_ptr<State> state_;
};

bool may_change(const Plan& plan);  // has years
void link_changed(Plan& plan, Standing standing, Findings& findings);

// Leaves out the records of years that were not closed yet on this day, and of those after them.
void forget_later_records(Plan& plan, Date as_of);

}  // namespace saldo
