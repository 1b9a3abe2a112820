// What changes leave behind that is not wrong, but must not pass unseen.
#include <iterator>
#include <map>
#include <utility>
#include <vector>

#include "base/say.h"
#include "calc/check/checks.h"

namespace saldo {

// Amounts that a `schuif` has taken out of the years of the plan: no total has them any more.
Findings find_shifted_out(const Plan& plan) {
  Findings findings;
  for (const ShiftedOut& out : plan.shifted_out)
    findings.push_back({Rule::wijziging_horizon,
                        out.place,
                        say("{} of the {} of post {} of {} moves to {}, outside the plan", out.amount,
                            to_text(out.direction), out.post, out.project, out.year),
                        {},
                        say("make the plan run until then, or take it into account that this amount counts nowhere"),
                        {out.project, out.post, std::string(to_text(out.direction)), out.year},
                        info(Rule::wijziging_horizon).severity,
                        out.amount.counted()});
  return findings;
}

// What changes without a year have left aside: nothing is wrong, but it is not what every year says.
Findings find_closed_kept(const Plan& plan) {
  Findings findings;
  for (const ClosedKept& kept : plan.closed_kept) {
    findings.push_back(
        {Rule::wijziging_afgesloten_jaar, kept.place, say("{} is closed: this changes the years after it", kept.last)});
    findings.back().severity = Severity::note;
  }
  return findings;
}

void check_wijziging_afgesloten_jaar(const CheckInput& input, Findings& findings) {
  Findings found = find_closed_kept(input.plan);
  std::move(found.begin(), found.end(), std::back_inserter(findings));
}

// One finding for each year that a begrotingswijziging changes too late: at the first amount of it.
void check_wijziging_te_laat(const CheckInput& input, Findings& findings) {
  std::map<std::pair<Place, Year>, std::vector<const LateChange*>> by_year;
  for (const LateChange& late : input.plan.late_changes) by_year[{late.place, *late.what.year}].push_back(&late);
  for (const auto& [at, changes] : by_year) {
    const LateChange& first = *changes.front();
    findings.push_back(
        {Rule::wijziging_te_laat,
         first.place,
         changes.size() == 1
             ? say("begrotingswijziging {} was decided on {}, but changes {}", first.nr, to_text(first.datum),
                   in_words(first.what))
             : say("begrotingswijziging {} was decided on {}, but changes {} amounts of {}, the first is {}", first.nr,
                   to_text(first.datum), changes.size(), at.second, in_words(first.what)),
         {},
         say("a budget can be changed until the end of its year; what went otherwise is explained in its "
             "[[afsluiting]]"),
         first.what});
    findings.back().extent = changes.size();
  }
}

// A begrotingswijziging with `neutraal = true` that changes the saldo of a year, or the budget per 1 januari, all the same.
void check_wijziging_niet_neutraal(const CheckInput& input, Findings& findings) {
  for (const NotNeutral& one : input.plan.not_neutral) {
    const Money more = one.after - one.before;
    findings.push_back(
        {Rule::wijziging_niet_neutraal,
         one.place,
         one.year
             ? say("begrotingswijziging {} says it is neutral, but the saldo of {} goes from {} to {}: {}", one.nr,
                   *one.year, one.before, one.after, more)
             : say("begrotingswijziging {} says it is neutral, but the budget per 1 januari goes from {} to {}: {}",
                   one.nr, one.before, one.after, more),
         {},
         say("let as much baten as lasten change in each year, or leave `neutraal` out"),
         {"", "", "begrotingswijziging " + one.nr, one.year}});
    findings.back().extent = more;
  }
}

void check_wijziging_horizon(const CheckInput& input, Findings& findings) {
  Findings found = find_shifted_out(input.plan);
  std::move(found.begin(), found.end(), std::back_inserter(findings));
}

// A [[wijziging]] that knows a post by its place only: with another put in above it, it would change that one.
void check_wijziging_plaats(const CheckInput& input, Findings& findings) {
  for (const NamedByPlace& named : input.plan.named_by_place)
    findings.push_back(
        {Rule::wijziging_plaats,
         named.place,
         say("post {} of project {} has no nr of its own: that is its place, which another post has once one is put in "
             "above it",
             named.post, named.project),
         {},
         say("write post = \"{}\", or give that post nr = \"{}\"", named.naam, named.post),
         {named.project, named.post, "", {}}});
}

}  // namespace saldo
