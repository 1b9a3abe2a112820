#include "calc/diff/written.h"

#include <algorithm>

#include "calc/diff/effects.h"

namespace saldo {

namespace {

// Most posts stand there to the letter as they did, which is seen without asking what decides each year.
bool is_untouched(const TwoPlans& two, const PairedCell& cell) {
  if (is_booked(two, cell, true) || is_booked(two, cell, false)) return false;
  const Post &a = *find_post(two, cell, true), &b = *find_post(two, cell, false);
  const Side &x = a.side(cell.direction), &y = b.side(cell.direction);
  if (x.empty() && y.empty()) return true;
  const bool plain = !x.has_formula() && !y.has_formula() && a.index == no_index && b.index == no_index &&
                     !a.more->onderbouwing && !b.more->onderbouwing;
  const bool amounts = std::all_of(x.terms.begin(), x.terms.end(), [](const Term& t) { return t.facts().is_typed; });
  return plain && amounts && same_side(x, y);
}

void find_in_project(PlanDiff& diff, std::uint32_t project) {
  const TwoPlans& two = diff.two;
  const Pairing& pair = two.match.projects[project].pair;
  if (!pair.oud || !pair.nieuw) return;
  // Where the first year of a plan has moved, a year must be written that followed by itself before.
  const bool moved = two.oud.plan.years.first != two.nieuw.plan.years.first;
  for_each_paired_cell(two, project, [&](const PairedCell& cell) {
    const bool in_both = two.pair(cell).oud && two.pair(cell).nieuw;
    if (!in_both || is_untouched(two, cell) || !written_differently(two, cell)) return;
    const bool follows =
        moved && cell.year == two.common->first && amount_in(two, cell, true) == amount_in(two, cell, false);
    if (follows) return;
    const VerschilKey key = own_verschil(two, cell);
    Verschil& found = diff.verschillen[key];
    if (key.kind == VerschilKind::bedragen) found.years.push_back(cell.year);
  });
}

}  // namespace

void find_written(PlanDiff& diff) {
  for (std::uint32_t p = 0; p < diff.two.match.projects.size(); ++p) find_in_project(diff, p);
}

}  // namespace saldo
