// What changes leave behind that is not wrong, but must not pass unseen.
#include <iterator>

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
