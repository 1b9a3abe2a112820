// plus, maal, schuif and kasschuif on the written amounts of posts, and what is remembered of those amounts.
#include <algorithm>

#include "base/dutch.h"
#include "base/say.h"
#include "calc/wijziging/changing.h"

namespace saldo {

namespace {

bool same(const Term& a, const Term& b) {
  return a.year == b.year && a.kind == b.kind && a.amount == b.amount && a.place == b.place;
}

bool check_year(ChangingPlan& changing, Year year, Place place) {
  if (changing.plan.years.contains(year)) return true;
  changing.report(Rule::jaar_buiten_plan, place,
                  say("{} is outside the plan, which runs from {} to {}", year, changing.plan.years.first,
                      changing.plan.years.last));
  return false;
}

template <class OfYears>
void check_years(ChangingPlan& changing, const OfYears& years) {
  for (const auto& of_year : years) check_year(changing, of_year.year, of_year.place);
}

bool check_amount(ChangingPlan& changing, const Wijziging& change, Year year, Place place, const Project& project,
                  const Post& post) {
  if (!check_year(changing, year, place)) return false;
  for (const Direction direction : both_directions)
    if ((!change.kant || change.kant == direction) && has_amount(post.side(direction), year)) return true;
  changing.report(Rule::wijziging_raakt_niets, place,
                  say("post {} of {} has no written amount in {} to change", post.nr, project.nr, year),
                  say("write the amount itself: lasten = {{ {} = 5_000 }}", year));
  return false;
}

template <class OfYears>
void check_amounts(ChangingPlan& changing, const Wijziging& change, const OfYears& years, const Project& project,
                   const Post& post) {
  for (const auto& of_year : years) check_amount(changing, change, of_year.year, of_year.place, project, post);
}

void move_money(ChangingPlan& changing, const Wijziging& change, Project& project, Post& post) {
  const std::optional<Direction> direction = change.kant ? change.kant : only_side(post);
  if (!direction) {
    changing.report(Rule::wijziging_raakt_meer, change.operation_place,
                    say("post {} of {} has baten and lasten, or neither: which are meant?", post.nr, project.nr),
                    say("write kant = \"lasten\" beside it"));
    return;
  }
  const Kasschuif& kasschuif = change.kasschuif;
  if (!check_amount(changing, change, kasschuif.van, change.operation_place, project, post)) return;
  if (!check_year(changing, kasschuif.naar, change.operation_place)) return;
  const Side before = post.side(*direction);
  move_between_years(changing.side(project, post, *direction), change);
  take_notes(changing, change, project, post, *direction, before);
}

// Whether nothing follows from the lasten of this year, and they follow from nothing.
bool stands_alone(const Post& post, Year year) {
  if (post.index != no_index || post.lasten.percentage() != nullptr) return false;
  const Term* term = find_term(post.lasten, year);
  return term == nullptr || term->is_typed_money();
}

// Beside a post whose amounts follow from others, or are PM: those stay as they are.
Post& post_for_carried(ChangingPlan& changing, const Wijziging& change, Project& project, const Post& of) {
  const std::string nr = of.nr + " uit " + word(*change.overheveling);
  for (Post& other : project.posts)
    if (other.nr == nr) return other;
  Post own;
  own.nr = nr;
  own.own_nr = true;
  own.naam = Dutch("Overgeheveld uit {}: {}", *change.overheveling, of.naam).text();
  if (!of.more->kop.empty()) own.more.own().kop = of.more->kop;
  own.place = change.place;
  changing.posts.forget(project);
  changing.touch_structure(project.nr);
  project.posts.push_back(std::move(own));
  return project.posts.back();
}

void carry_over(ChangingPlan& changing, const Wijziging& change, Project& project, Post& post) {
  const std::size_t found = changing.findings.size();
  check_years(changing, change.bedrag.years);
  if (changing.findings.size() > found) return;
  for (const auto& of_year : change.bedrag.years)
    changing.plan.carried_over.push_back(
        {project.nr, post.nr, *change.overheveling, of_year.year, of_year.value, of_year.place});
  const auto& years = change.bedrag.years;
  const bool joins =
      std::all_of(years.begin(), years.end(), [&](const auto& of_year) { return stands_alone(post, of_year.year); });
  Post& to = joins ? post : post_for_carried(changing, change, project, post);
  const Side before = to.lasten;
  carry_to_years(changing.side(project, to, Direction::lasten), change);
  take_notes(changing, change, project, to, Direction::lasten, before);
}

// In words, for `why`.
std::string reason_of(const Wijziging& change) {
  if (!change.overheveling) return change.toelichting;
  const std::string from = Dutch("overgeheveld uit {}", *change.overheveling).text();
  return change.toelichting.empty() ? from : from + ": " + change.toelichting;
}

std::size_t change_amounts(ChangingPlan& changing, const Wijziging& change, const Project& project, Post& post) {
  std::size_t touched = 0;
  for (const Direction direction : both_directions) {
    if (change.kant && change.kant != direction) continue;
    const Side before = post.side(direction);
    const ChangingSide side = changing.side(project, post, direction);
    if (change.operation == Operation::plus) touched += add_to_years(side, change);
    if (change.operation == Operation::maal) touched += multiply_years(side, change);
    if (change.operation == Operation::schuif) touched += shift_years(side, change);
    take_notes(changing, change, project, post, direction, before);
  }
  return touched;
}

}  // namespace

std::optional<Direction> only_side(const Post& post) {
  if (post.baten.empty() == post.lasten.empty()) return std::nullopt;
  return post.baten.empty() ? Direction::lasten : Direction::baten;
}

void take_notes(ChangingPlan& changing, const Wijziging& change, const Project& project, const Post& post,
                Direction direction, const Side& before) {
  changing.since.sides.push_back({static_cast<std::size_t>(&project - changing.plan.projects.data()),
                                  static_cast<std::size_t>(&post - project.posts.data()), direction});
  note_late(changing, {project.nr, post.nr}, direction, before, post.side(direction));
  for (const Term& term : post.side(direction).terms) {
    const Term* was = find_term(before, term.year);
    if (was != nullptr && same(*was, term)) continue;
    changing.plan.change_notes.push_back({project.nr, post.nr, direction, term.year,
                                          was == nullptr ? std::nullopt : std::optional(*was), term.place,
                                          to_text(change.operation), reason_of(change)});
  }
}

void change_all_amounts(ChangingPlan& changing, const Wijziging& change, const std::vector<std::size_t>& projects) {
  check_years(changing, change.factor.years);
  std::size_t touched = 0;
  for (const std::size_t p : projects) {
    changing.touch(changing.plan.projects[p].nr);
    for (Post& post : changing.plan.projects[p].posts)
      touched += change_amounts(changing, change, changing.plan.projects[p], post);
  }
  if (touched > 0) return;
  changing.report(Rule::wijziging_raakt_niets, change.operation_place,
                  say("there is no written amount here for `{}` to change", std::string(to_text(change.operation))));
}

void change_amounts_of(ChangingPlan& changing, const Wijziging& change, Project& project, Post& post) {
  if (change.operation == Operation::kasschuif) {
    move_money(changing, change, project, post);
    return;
  }
  if (change.overheveling) {
    carry_over(changing, change, project, post);
    return;
  }
  const std::size_t before = changing.findings.size();
  check_amounts(changing, change, change.bedrag.years, project, post);
  check_amounts(changing, change, change.factor.years, project, post);
  if (changing.findings.size() > before || change_amounts(changing, change, project, post) > 0) return;
  changing.report(Rule::wijziging_raakt_niets, change.operation_place,
                  say("post {} of {} has no written amount for `{}` to change", post.nr, project.nr,
                      std::string(to_text(change.operation))),
                  say("what is PM or derived has none: change what it follows from, or write the amount of a year"));
}

}  // namespace saldo
