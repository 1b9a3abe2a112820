// What a change does to one post: its settings, its years, and what stands beside it in its project.
#include <fmt/format.h>

#include <algorithm>

#include "base/say.h"
#include "calc/wijziging/changing.h"
#include "calc/wijziging/settings.h"
#include "calc/wijziging/structure.h"
#include "calc/wijziging/targets.h"
#include "plan/beside_post.h"

namespace saldo {

namespace {

std::string rule_name(const Project& project, const Post& post, Direction direction) {
  return to_text(Address{project.nr, post.nr, std::string(to_text(direction))});
}

// Two changes agree where these are equal; parts of two totals never do.
std::string written(const Term& term) {
  switch (term.kind) {
    case TermKind::amount: return word(term.amount);
    case TermKind::part: return fmt::format("{}:{}:{}", position(term.place.file), term.place.line, term.place.column);
    case TermKind::onderbouwing:
    case TermKind::sluitpost:
    case TermKind::spiegel: break;
  }
  return std::string(term.facts().word);
}

void set_in_conflicts(ChangingPlan& changing, const Project& project, const Post& post, Direction direction,
                      const Term& term) {
  const std::string what = rule_name(project, post, direction) + "/" + word(term.year);
  changing.conflicts.set({project.nr, post.nr}, what, written(term), term.place);
}

void write_sides(ChangingPlan& changing, const Wijziging& change, const PostDraft& values, Project& project,
                 Post& post) {
  for (const Direction direction : both_directions) {
    if (!sets(change, to_text(direction))) continue;
    const Side& written = values.post.side(direction);
    const SlimList<PostRange> over = find_over(project, values.over[direction], changing.findings);
    const Side before = post.side(direction);
    set_years(changing.side(project, post, direction), written, over);
    for (const Term& term : written.terms) set_in_conflicts(changing, project, post, direction, term);
    if (written.has_formula())
      changing.conflicts.set({project.nr, post.nr}, rule_name(project, post, direction), place_text(change),
                             change.operation_place);
    take_notes(changing, change, project, post, direction, before);
  }
}

// --set: the side that the post has, unless it says which.
void write_amount(ChangingPlan& changing, const Wijziging& change, Project& project, Post& post) {
  const std::optional<Direction> direction = change.set_amount->kant ? change.set_amount->kant : only_side(post);
  if (!direction) {
    changing.report(Rule::wijziging_raakt_meer, change.place,
                    say("post {} of {} has baten and lasten, or neither: which are meant?", post.nr, project.nr),
                    say("write {}/{}/baten/{} or {}/{}/lasten/{}", project.nr, post.nr, change.set_amount->term.year,
                        project.nr, post.nr, change.set_amount->term.year));
    return;
  }
  const Side before = post.side(*direction);
  Side written;
  written.terms.push_back(change.set_amount->term);
  set_years(changing.side(project, post, *direction), written, {});
  set_in_conflicts(changing, project, post, *direction, change.set_amount->term);
  take_notes(changing, change, project, post, *direction, before);
}

// For wijziging-plaats. What is typed for one run, as --set is, need not last.
void note_place(ChangingPlan& changing, const Wijziging& change, const Project& project, const Post& post) {
  if (post.own_nr || change.set_amount || post.naam == change.post.name) return;
  if (post.nr == change.post.name)
    changing.plan.named_by_place.push_back({project.nr, post.nr, post.naam, change.post.place});
}

}  // namespace

void change_post(ChangingPlan& changing, const Wijziging& change) {
  const bool dropping = change.operation == Operation::vervalt;
  const auto in = find_project(changing, change.project, false);
  if (!in) return;
  Project& project = changing.plan.projects[*in];
  const auto found = find_post(changing, project, change.post, dropping);
  if (!found) return;
  changing.touch(project.nr);
  const auto position = static_cast<std::uint32_t>(*found);
  Post& post = project.posts[position];
  note_place(changing, change, project, post);
  const Address thing{project.nr, post.nr};
  if (dropping) {
    if (!check_booked(changing, thing, post.naam, change.operation_place)) return;
    for (const Direction direction : both_directions) note_late(changing, thing, direction, post.side(direction), {});
    changing.touch_structure(project.nr);
    changing.conflicts.drop(thing, change.operation_place);
    changing.plan.dropped.push_back({thing, post.naam, change.operation_place});
    changing.posts.forget(project);
    drop_post(project, position);
    return;
  }
  if (const auto* values = std::get_if<PostDraft>(&change.values)) {
    write_settings<PostDraft>(changing, change, thing, {project, position});
    if (sets(change, "naam")) changing.posts.forget(project);
    write_sides(changing, change, *values, project, post);
    if (sets(change, "vertraging") && project.find_leg(position, Direction::baten) == nullptr)
      changing.report(Rule::verkeerde_waarde, change.place,
                      say("`vertraging` belongs to a post that receives: it has no `van` here"));
  }
  if (change.set_amount) write_amount(changing, change, project, post);
  if (change.operation != Operation::set) {
    changing.conflicts.touch(thing, change.operation_place);
    change_amounts_of(changing, change, project, post);
  }
}

}  // namespace saldo
