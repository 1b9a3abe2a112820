// What each of many changes does to a plan, without working out the whole of it for each.
//
//   OneByOne steps(base, Standing::actueel, as_of);
//   if (!steps.work_out().empty()) ...                 // the plan without changes
//   steps.add(items);                                  // of a begrotingswijziging, say
//   if (!steps.work_out().empty()) ...                 // with them; steps.moved() tells of which projects figures changed
//
// A change of amounts or of what a project begins with costs what follows from it. One of which posts and projects there are,
// of their settings, or of what follows from what, costs the projects it touches with those that they are tied to (parts.h).
// One of the plan as a whole (its settings, indexes, programmalijnen) costs a plan: all of it may follow from those.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "calc/wijziging/apply.h"
#include "calc/wijziging/stap/moved.h"
#include "calc/worked.h"
#include "plan/load.h"

namespace saldo {

class TiedParts;

class OneByOne {
 public:
  // `base` is only read, and stays.
  OneByOne(const PlanBase& base, Standing standing, std::optional<Date> as_of);
  ~OneByOne();
  OneByOne(const OneByOne&) = delete;
  OneByOne& operator=(const OneByOne&) = delete;

  // Points to a change that others own.
  void add(const ChangeList::Item& item) { waiting_.push_back(item); }

  // Carries out what was added, and works out the plan as work_out() would with all changes so far: the same findings, and
  // without any the same figures. That a begrotingswijziging is not neutral is not told.
  const Findings& work_out();

  // The plan with the changes so far: its projects with what they are called, of which names were not looked up. One
  // without nr is no longer there.
  const Plan& plan() const { return changed_; }
  const Balance& total() const;
  const Balance& project(std::size_t position) const;
  const Balance* investeringsbudget() const;  // null: the plan names none

  // What is another than after the work_out() before this one that had no findings, in the order of the plan; what is no
  // longer there comes last.
  const std::vector<MovedProject>& moved() const { return moved_; }

  // How often the whole plan was worked out.
  std::size_t whole() const { return whole_; }

 private:
  struct Followed;
  using Known = std::vector<std::pair<std::string, Balance>>;

  void carry_out_waiting();
  bool is_small(const Touched& touched) const;
  bool begin_to_follow();
  bool follow(const Touched& touched);
  bool follow_in_part(const Touched& touched);
  bool work_out_less(const Touched& touched);
  Findings link();
  void work_out_whole();
  const Balance& balance_at(
      std::size_t position) const;  // as positions were when the plan was last worked out as a whole
  void remember_known();
  void tell_moved();

  const PlanBase& base_;
  Standing standing_;
  std::optional<Date> as_of_;
  Plan changed_;                      // joined, not linked
  Findings of_changes_;               // while they were carried out
  std::unique_ptr<Changer> changer_;  // null: there were no changes yet
  std::vector<ChangeList::Item> waiting_;

  Worked worked_;                       // as it was last worked out as a whole
  std::unique_ptr<Followed> followed_;  // null: there were no small changes since then
  std::unique_ptr<TiedParts> parts_;    // null: since then no positions have moved, and no settings were changed
  std::size_t without_parts_ = 0;       // for so many changes no part is looked for
  Findings findings_;
  bool is_known_ = false;  // there are figures
  Known last_known_;       // by project, while there are none
  std::vector<MovedProject> moved_;
  std::size_t whole_ = 0;
};

}  // namespace saldo
