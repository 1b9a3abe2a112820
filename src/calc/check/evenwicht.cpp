// Whether the plan as a whole is in balance, by the test its [plan] asks for with `evenwicht`; without that, no test.
//
// The law: the council sees to it that the budget is structurally and really in balance (Gemeentewet art. 189 lid 2;
// Provinciewet art. 193), and a budget that is not needs the approval of its supervisor (Gemeentewet art. 203;
// Provinciewet art. 207). Which baten and lasten are one-off the budget has to list (BBV art. 19); here all are, but for
// the posts marked `structureel`.
#include "base/say.h"
#include "calc/check/checks.h"
#include "calc/kenmerken/structureel.h"

namespace saldo {

namespace {

bool is_short(Money short_of) { return in_units(short_of, one_euro) > 0; }

}  // namespace

// evenwicht = "structureel": every year the structural baten cover the structural lasten, the test of the supervisor.
void check_evenwicht_structureel(const CheckInput& input, Findings& findings) {
  const Plan& plan = input.plan;
  if (plan.evenwicht != Evenwicht::structureel) return;
  const std::vector<StructuralYear> years = structural_years(plan, input.amounts);
  for (std::size_t y = 0; y < years.size(); ++y) {
    if (years[y].is_covered()) continue;
    const Money short_of = -years[y].saldo();
    findings.push_back(
        {Rule::evenwicht_structureel,
         plan.place,
         say("the structural lasten of {} are {}, but the structural baten {}: {} short", plan.years.at(y),
             years[y].lasten, years[y].baten, short_of),
         {},
         say("cover it with lasting baten, or write `structureel = true` only on posts that recur every year"),
         {"", "", "structureel", plan.years.at(y)}});
    findings.back().extent = short_of;
  }
}

// evenwicht = "sluitend": every year the baten cover the lasten, of all projects together. The balance per 1 januari may
// not cover: what is taken from a reserve stands in a budget as such, beside the baten, before there is a result (BBV
// art. 17), and so does what goes to a reserve. Whoever means to use a balance writes it down as baten of a post; that no balance falls below zero is the work of
// saldo-ondergrens.
void check_evenwicht_sluitend(const CheckInput& input, Findings& findings) {
  const Plan& plan = input.plan;
  if (plan.evenwicht != Evenwicht::sluitend) return;
  for (std::size_t y = 0; y < plan.years.size(); ++y) {
    const YearFigures& year = input.balances.total.years[y];
    const Money baten = year.all_baten().counted(), lasten = year.all_lasten().counted(), short_of = lasten - baten;
    if (!is_short(short_of)) continue;
    findings.push_back(
        {Rule::evenwicht_sluitend,
         plan.place,
         say("the lasten of {} are {}, but the baten {}: {} short", plan.years.at(y), lasten, baten, short_of),
         {},
         say("cover it; the balance per 1 januari counts only as far as a post takes it in as baten"),
         {"", "", "saldo", plan.years.at(y)}});
    findings.back().extent = short_of;
  }
}

}  // namespace saldo
