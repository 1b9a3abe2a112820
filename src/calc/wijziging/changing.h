// A plan while changes are carried out on it. What a change does is told by subject, a file each; apply.cpp tells in which
// order. Private to calc/wijziging/.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "calc/wijziging/amounts.h"
#include "calc/wijziging/conflicts.h"
#include "calc/wijziging/touched.h"
#include "plan/change.h"
#include "plan/posts_by_name.h"

namespace saldo {

// Where the projects of a plan stand.
class Positions {
 public:
  std::optional<std::size_t> find(const std::vector<Project>& projects, const std::string& nr);
  void add(const std::string& nr, std::size_t position) {
    if (!at_.empty()) at_.try_emplace(nr, position);
  }
  void drop(const std::string& nr) { at_.erase(nr); }
  void forget() { at_.clear(); }

 private:
  std::unordered_map<std::string, std::size_t> at_;  // none before the first is looked for
};

struct ChangingPlan {
  Plan& plan;
  Findings& findings;
  Conflicts conflicts;
  const Begrotingswijziging* adopted =
      nullptr;                      // that the change which is carried out is of; null: a scenario or --set
  std::optional<Year> closed = {};  // the last year that the change which is carried out may not touch
  Positions positions = {};
  PostsByName posts = {};
  std::unordered_map<std::string_view, std::size_t> doelen = {};  // by id; none before the first is looked for
  std::set<std::string, std::less<>> touched = {};                // numbers of the projects that changed
  Touched since = {};
  std::size_t gaps = 0;                      // projects that were dropped and leave an empty one until close_gaps()
  std::optional<bool> has_dubbelingen = {};  // whether any project names another so; none: not looked at yet

  void report(Rule rule, Place place, Message message, Message help = {}) {
    findings.push_back({rule, place, std::move(message), {}, std::move(help)});
  }
  void touch(const std::string& nr) {
    touched.insert(nr);
    since.projects.insert(nr);
  }
  // Of a project: its settings, its posts or those of them, or whether it is there.
  void touch_structure(const std::string& nr) {
    since.projects.insert(nr);
    since.structure = true;
  }
  // That posts are to come at its end.
  void grow(const Project& project) {
    touched.insert(project.nr);
    since.grown.try_emplace(project.nr, project.posts.size());
    since.structure = true;
  }
  ChangingSide side(const Project& project, Post& post, Direction direction) {
    return {plan, project, post, direction, findings, closed};
  }
};

bool sets(const Wijziging& change, std::string_view key);

// Where a change stands, for what two changes can only say alike by being the same one.
std::string place_text(const Wijziging& change);

// The only side of a post that has amounts; nothing where it has both, or neither.
std::optional<Direction> only_side(const Post& post);

// --- what a change is about ---

void change_line(ChangingPlan& changing, const Wijziging& change);
void change_project(ChangingPlan& changing, const Wijziging& change);
void change_post(ChangingPlan& changing, const Wijziging& change);
void change_streef(ChangingPlan& changing, const Wijziging& change);

// --- what it does to written amounts: plus, maal, schuif, kasschuif ---

// On every post of these projects: one of them must have an amount to change.
void change_all_amounts(ChangingPlan& changing, const Wijziging& change, const std::vector<std::size_t>& projects);
// On one post: each year that is named must have one.
void change_amounts_of(ChangingPlan& changing, const Wijziging& change, Project& project, Post& post);

// Remembers for `why` what stood on a side before this change.
void take_notes(ChangingPlan& changing, const Wijziging& change, const Project& project, const Post& post,
                Direction direction, const Side& before);

// --- years that are closed ---

// None: no year is.
std::optional<Year> last_closed(const Plan& plan);

// Tells every closed year that a change names, where it may not; whether there is none.
bool check_closed(ChangingPlan& changing, const Wijziging& change);

// Tells that a project, or a post of that naam in it, was booked on in a closed year; whether it was not.
bool check_booked(ChangingPlan& changing, const Address& thing, const std::string& naam, Place place);

// Remembers what a begrotingswijziging changes in a year that had ended when it was decided.
void note_late(ChangingPlan& changing, const Address& post, Direction direction, const Side& before, const Side& after);

// Dropped projects leave the list together: each by itself would move all those after it.
void close_gaps(ChangingPlan& changing);

// --- what only shows when all changes have been carried out ---

void check_changed(ChangingPlan& changing);

// Whether check_changed() would find nothing in the projects of `part`, which are some of those of the plan. That what was
// dropped is still named by others shows when the part is linked, but for posts of which another has the number now.
bool finds_nothing(const ChangingPlan& changing, const Plan& part);

}  // namespace saldo
