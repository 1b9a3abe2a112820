#include "calc/wijziging/stap/small_change.h"

#include <algorithm>

#include "calc/formulas.h"
#include "plan/beside_post.h"

namespace saldo {

namespace {

bool same_years(const Side& a, const Side& b) {
  return std::equal(a.terms.begin(), a.terms.end(), b.terms.begin(), b.terms.end(),
                    [](const Term& one, const Term& other) { return one.year == other.year; });
}

// Where it takes what is left, or what the other side has: linking and restanten look at those.
bool same_closing(const Side& a, const Side& b) {
  const auto all_in = [](const Side& side, const Side& other) {
    return std::all_of(side.terms.begin(), side.terms.end(), [&](const Term& term) {
      const KindFacts facts = term.facts();
      if (!facts.closes && !facts.mirrors) return true;
      const Term* there = find_term(other, term.year);
      return there != nullptr && there->facts().closes == facts.closes && there->facts().mirrors == facts.mirrors;
    });
  };
  return all_in(a, b) && all_in(b, a);
}

bool same_over(const Percentage* a, const Percentage* b) {
  if (a == nullptr || b == nullptr) return a == b;
  const auto same = [](const PostRange& one, const PostRange& other) {
    return one.first == other.first && one.last == other.last;
  };
  return a->kant == b->kant && std::equal(a->over.begin(), a->over.end(), b->over.begin(), b->over.end(), same);
}

bool same_reach(const Maximum* a, const Maximum* b) {
  if (a == nullptr || b == nullptr) return a == b;
  return a->of_all_years == b->of_all_years;
}

// What is drawn in `saldo risk` is held against what is written.
bool keeps_uncertainty(const Project& project, std::size_t post, const Side& before, const Side& written) {
  const Onzekerheid* onzekerheid = find_onzekerheid(project, static_cast<std::uint32_t>(post));
  if (onzekerheid == nullptr) return true;
  const auto& ranges = onzekerheid->bandbreedtes;
  const bool has_formula = before.has_formula() || written.has_formula();
  return (!has_formula || before.rules.get() == written.rules.get()) &&
         std::all_of(ranges.begin(), ranges.end(), [](const Bandbreedte& range) { return range.is_share; }) &&
         std::equal(before.terms.begin(), before.terms.end(), written.terms.begin(), written.terms.end(),
                    [](const Term& one, const Term& other) {
                      return one.year == other.year && one.kind == other.kind &&
                             one.amount.is_pm() == other.amount.is_pm();
                    });
}

// Whether what is typed here would be the restant that goes by itself, in the year of that.
bool may_meet_restant(const Plan& plan, const Project& project, const Leg* leg) {
  const auto leaves = [](const Project& of) {
    return of.more->restant == Restant::investeringsbudget || of.more->restant == Restant::reserve;
  };
  return leg != nullptr && (leaves(project) || leaves(plan.project(*leg->other.id)));
}

bool keeps_needs(const Plan& plan, const Project& project, const Post& post, const Side& before, const Side& written) {
  bool any = false;
  for (std::size_t year = 0; year < plan.years.size(); ++year) {
    const Formula was = formula_of(plan, project, post, before, year);
    const Formula is = formula_of(plan, project, post, written, year);
    if (was == is) continue;
    if (needs_amounts(is)) return false;
    any = true;
  }
  // An exact chain goes on from the last year that is written, which is another now.
  return !any || post.index == no_index || !rounding_of(plan, post).exact_chain;
}

}  // namespace

bool is_small_change(const Plan& plan, const TouchedSide& at, const Side& written) {
  const Project& project = plan.projects[at.project];
  const Post& post = project.posts[at.post];
  const Side& before = post.side(at.direction);
  const auto outside = [&plan](const Term& term) { return !plan.years.contains(term.year); };
  if (std::any_of(written.terms.begin(), written.terms.end(), outside)) return false;
  if ((!before.empty() && written.empty()) || (before.total() == nullptr && written.total() != nullptr)) return false;
  if (written.takes_onderbouwing() && !post.more->onderbouwing) return false;
  if (may_meet_restant(plan, project, project.find_leg(at.post, at.direction)) && !same_years(before, written))
    return false;
  return same_closing(before, written) && same_over(before.percentage(), written.percentage()) &&
         same_reach(before.maximum(), written.maximum()) && keeps_uncertainty(project, at.post, before, written) &&
         keeps_needs(plan, project, post, before, written);
}

}  // namespace saldo
