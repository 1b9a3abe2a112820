// Years that are closed: what was booked stands, so a scenario or --set says nothing of them, and a begrotingswijziging
// came in time.
#include <algorithm>

#include "base/say.h"
#include "calc/wijziging/apply.h"
#include "calc/wijziging/changing.h"

namespace saldo {

namespace {

// Every year that a change names, with where it does: visit(year, place).
template <class Visit>
void for_each_year_named(const Wijziging& change, Visit visit) {
  const auto of_post = [&](const Post& post) {
    for (const Direction direction : both_directions)
      for (const Term& term : post.side(direction).terms) visit(term.year, term.place);
  };
  if (change.set_amount) visit(change.set_amount->term.year, change.place);
  for (const auto& of_year : change.bedrag.years) visit(of_year.year, of_year.place);
  for (const auto& of_year : change.factor.years) visit(of_year.year, of_year.place);
  if (change.operation == Operation::kasschuif)
    for (const Year year : {change.kasschuif.van, change.kasschuif.naar}) visit(year, change.operation_place);
  if (const auto* values = std::get_if<PostDraft>(&change.values)) of_post(values->post);
  for (const PostDraft& draft : change.new_posts) of_post(draft.post);
  for (const Project& project : change.new_projects)
    for (const Post& post : project.posts) of_post(post);
}

// Whether what this project begins with follows from what was booked. Of the year before the plan that is so of those its
// record names.
bool begins_as_booked(const ChangingPlan& changing, const std::string& nr) {
  if (changing.plan.years.contains(*changing.closed)) return true;
  const auto names = [&nr](const BookedProject& project) { return project.project.name == nr && project.eindsaldo; };
  for (const Afsluiting& record : changing.plan.afsluitingen)
    if (std::any_of(record.projects.begin(), record.projects.end(), names)) return true;
  return false;
}

// A change that says what a project begins with, where that is known already.
std::optional<Place> names_opening(const ChangingPlan& changing, const Wijziging& change) {
  if (std::holds_alternative<Project>(change.values) && sets(change, "budget") &&
      begins_as_booked(changing, change.project.name))
    return std::get<Project>(change.values).budget_place;
  for (const Project& project : change.new_projects)
    if (!project.budget.is_absent() && begins_as_booked(changing, project.nr)) return project.budget_place;
  return std::nullopt;
}

void report_closed(ChangingPlan& changing, Year year, Place place) {
  changing.report(Rule::wijziging_afgesloten_jaar, place,
                  say("{} is closed: no scenario and no --set changes it any more", year),
                  say("name a year that is open, or look at the budget itself with --standing actueel"));
}

}  // namespace

void forget_later_records(Plan& plan, Date as_of) {
  const auto is_known = [as_of](const Afsluiting& record) {
    const std::optional<Date> told = record.datum ? record.datum : record.peildatum;
    return record.jaar.value < as_of.year && (!told || *told <= as_of);
  };
  std::vector<Afsluiting>& all = plan.afsluitingen;
  std::optional<Year> first_open;
  for (const Afsluiting& record : all)
    if (!is_known(record) && (!first_open || record.jaar < *first_open)) first_open = record.jaar;
  if (first_open) std::erase_if(all, [&](const Afsluiting& record) { return *first_open <= record.jaar; });
}

std::optional<Year> last_closed(const Plan& plan) {
  std::optional<Year> last;
  for (const Afsluiting& record : plan.afsluitingen)
    if (!last || *last < record.jaar) last = record.jaar;
  return last;
}

bool check_closed(ChangingPlan& changing, const Wijziging& change) {
  if (!changing.closed) return true;
  const std::size_t before = changing.findings.size();
  for_each_year_named(change, [&](Year year, Place place) {
    if (changing.plan.years.contains(year) && year <= *changing.closed) report_closed(changing, year, place);
  });
  if (const std::optional<Place> place = names_opening(changing, change))
    changing.report(Rule::wijziging_afgesloten_jaar, *place,
                    say("what projects begin with follows from {}, which is closed", *changing.closed),
                    say("look at the budget itself with --standing actueel"));
  return changing.findings.size() == before;
}

void keep_closed(Plan& plan, Year last, Place place) {
  const auto same = [&](const ClosedKept& kept) { return kept.place == place; };
  if (std::none_of(plan.closed_kept.begin(), plan.closed_kept.end(), same)) plan.closed_kept.push_back({last, place});
}

bool check_booked(ChangingPlan& changing, const Address& thing, const std::string& naam, Place place) {
  for (const Afsluiting& record : changing.plan.afsluitingen)
    for (const BookedProject& project : record.projects) {
      if (project.project.name != thing.project) continue;
      for (const BookedPost& post : project.posts) {
        if (!thing.post.empty() && post.post.name != (post.by_naam ? naam : thing.post)) continue;
        changing.report(
            Rule::wijziging_afgesloten_jaar, place,
            say("{} cannot fall away: it was booked on in {}, which is closed", in_words(thing), record.jaar),
            say("let the amounts of the years that are open be 0 instead"));
        changing.findings.back().related.push_back({post.place, say("it was booked here")});
        changing.findings.back().subject = {thing.project, thing.post, "", record.jaar};
        return false;
      }
    }
  return true;
}

void note_late(ChangingPlan& changing, const Address& post, Direction direction, const Side& before,
               const Side& after) {
  if (changing.adopted == nullptr) return;
  const Begrotingswijziging& adopted = *changing.adopted;
  const auto note = [&](const Term& term) {
    if (adopted.datum.year <= term.year.value) return;
    const Address what{post.project, post.post, std::string(to_text(direction)), term.year};
    changing.plan.late_changes.push_back({adopted.nr, adopted.datum, what, adopted.place});
  };
  for (const Term& term : after.terms) {
    const Term* was = find_term(before, term.year);
    if (was == nullptr || was->kind != term.kind || was->amount != term.amount) note(term);
  }
  for (const Term& term : before.terms)
    if (find_term(after, term.year) == nullptr) note(term);
}

}  // namespace saldo
