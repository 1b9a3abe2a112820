#include "calc/diff/two_plans.h"

#include <algorithm>

#include "calc/formulas.h"

namespace saldo {

namespace {

bool same_onderbouwing(const Post& a, const Post& b) {
  if (!a.more->onderbouwing || !b.more->onderbouwing) return !a.more->onderbouwing && !b.more->onderbouwing;
  return std::equal(a.more->onderbouwing->begin(), a.more->onderbouwing->end(), b.more->onderbouwing->begin(),
                    b.more->onderbouwing->end(), [](const Onderbouwing& x, const Onderbouwing& y) {
                      return x.bedrag == y.bedrag &&
                             std::equal(x.factoren.begin(), x.factoren.end(), y.factoren.begin(), y.factoren.end(),
                                        [](Ratio r, Ratio s) { return r == s; });
                    });
}

bool same_own_rounding(const Post& a, const Post& b) {
  if (!a.afronding || !b.afronding) return !a.afronding && !b.afronding;
  return *a.afronding == *b.afronding;
}

bool same_total(const Post& a, const Post& b, Direction direction) {
  const Total &x = *a.side(direction).total(), &y = *b.side(direction).total();
  const bool same_shares = std::equal(x.shares.begin(), x.shares.end(), y.shares.begin(), y.shares.end(),
                                      [](Ratio r, Ratio s) { return r == s; });
  return x.totaal == y.totaal && same_shares && (x.totaal || same_onderbouwing(a, b));
}

// The share that stands in this year: years may change places.
bool same_share_years(const Side& a, const Side& b) {
  return std::equal(a.terms.begin(), a.terms.end(), b.terms.begin(), b.terms.end(),
                    [](const Term& x, const Term& y) { return x.year == y.year && x.kind == y.kind; });
}

bool same_percentage(const TwoPlans& two, const PairedCell& cell, const Post& a, const Post& b) {
  const Percentage &x = *a.side(cell.direction).percentage(), &y = *b.side(cell.direction).percentage();
  return x.rate() == y.rate() && same_own_rounding(a, b) && same_over(two, cell, x, y) &&
         same_maximum(a.side(cell.direction), b.side(cell.direction));
}

bool same_other_post(const TwoPlans& two, const Leg& a, const Leg& b) {
  if (!a.other_post || !b.other_post) return a.other_post.has_value() == b.other_post.has_value();
  return two.match.posts_of_old[position(*a.other.id)][*a.other_post] ==
         two.match.posts_of_new[position(*b.other.id)][*b.other_post];
}

bool same_leg(const TwoPlans& two, const PairedCell& cell) {
  const Pairing& project = two.match.projects[cell.project].pair;
  const Pairing& post = two.pair(cell);
  const Leg* a = two.oud.plan.projects[*project.oud].find_leg(*post.oud, cell.direction);
  const Leg* b = two.nieuw.plan.projects[*project.nieuw].find_leg(*post.nieuw, cell.direction);
  if (a == nullptr || b == nullptr) return a == b;
  return a->vertraging == b->vertraging &&
         two.match.pair_of_old[position(*a->other.id)] == two.match.pair_of_new[position(*b->other.id)] &&
         same_other_post(two, *a, *b);
}

}  // namespace

bool same_over(const TwoPlans& two, const PairedCell& cell, const Percentage& a, const Percentage& b) {
  const ProjectPair& project = two.match.projects[cell.project];
  const auto in_both = [&](const Percentage& percentage, const std::vector<std::uint32_t>& posts) {
    std::vector<std::uint32_t> pairs = pairs_over(percentage, posts);
    std::erase_if(pairs, [&](std::uint32_t p) { return !project.posts[p].oud || !project.posts[p].nieuw; });
    return pairs;
  };
  return a.side_over(cell.direction) == b.side_over(cell.direction) &&
         in_both(a, two.match.posts_of_old[*project.pair.oud]) ==
             in_both(b, two.match.posts_of_new[*project.pair.nieuw]);
}

TwoPlans compare_plans(const Worked& oud, const Worked& nieuw) {
  const Years a = oud.plan.years, b = nieuw.plan.years;
  TwoPlans two{oud, nieuw, match_plans(oud.plan, nieuw.plan), {}, {}};
  two.all = {std::min(a.first, b.first), std::max(a.last, b.last)};
  const Years common{std::max(a.first, b.first), std::min(a.last, b.last)};
  if (common.first <= common.last) two.common = common;
  return two;
}

const Project* find_project(const Worked& version, const Pairing& pair, bool is_old) {
  const std::optional<std::uint32_t>& at = is_old ? pair.oud : pair.nieuw;
  return at ? &version.plan.projects[*at] : nullptr;
}

const Post* find_post(const TwoPlans& two, const PairedCell& cell, bool is_old) {
  const Pairing& pair = two.pair(cell);
  const std::optional<std::uint32_t>& at = is_old ? pair.oud : pair.nieuw;
  if (!at) return nullptr;
  return &find_project(is_old ? two.oud : two.nieuw, two.match.projects[cell.project].pair, is_old)->posts[*at];
}

Amount amount_in(const TwoPlans& two, const PairedCell& cell, bool is_old) {
  const Worked& version = is_old ? two.oud : two.nieuw;
  const std::optional<std::uint32_t>& post = is_old ? two.pair(cell).oud : two.pair(cell).nieuw;
  if (!post || !version.plan.years.contains(cell.year)) return {};
  const Project& project = *find_project(version, two.match.projects[cell.project].pair, is_old);
  return version.amounts.at(project, *post, cell.direction, version.plan.years.index(cell.year));
}

bool is_booked(const TwoPlans& two, const PairedCell& cell, bool is_old) {
  const Worked& version = is_old ? two.oud : two.nieuw;
  const Pairing &project = two.match.projects[cell.project].pair, &post = two.pair(cell);
  const std::optional<std::uint32_t>&in = is_old ? project.oud : project.nieuw, &at = is_old ? post.oud : post.nieuw;
  if (!in || !at || !version.plan.years.contains(cell.year)) return false;
  return find_booked(version.plan, {*in, *at, cell.direction, version.plan.years.index(cell.year)}) != nullptr;
}

Formula formula_in(const TwoPlans& two, const PairedCell& cell, bool is_old) {
  const Worked& version = is_old ? two.oud : two.nieuw;
  const Post* post = find_post(two, cell, is_old);
  if (post == nullptr || !version.plan.years.contains(cell.year)) return Formula::leeg;
  const Project& project = *find_project(version, two.match.projects[cell.project].pair, is_old);
  if (is_booked(two, cell, is_old)) return Formula::bedrag;
  return formula_of(version.plan, project, *post, post->side(cell.direction), version.plan.years.index(cell.year));
}

bool written_differently(const TwoPlans& two, const PairedCell& cell) {
  const Formula formula = formula_in(two, cell, true);
  if (formula != formula_in(two, cell, false)) return true;
  if (formula == Formula::leeg) return false;
  const Post &a = *find_post(two, cell, true), &b = *find_post(two, cell, false);
  const bool otherwise_rounded = !same_own_rounding(a, b);
  switch (formula) {
    case Formula::leeg:
    case Formula::sluitpost: break;
    case Formula::spiegel: return !same_leg(two, cell);
    case Formula::bedrag: return amount_in(two, cell, true) != amount_in(two, cell, false);
    case Formula::percentage: return !same_percentage(two, cell, a, b);
    case Formula::onderbouwing: return otherwise_rounded || !same_onderbouwing(a, b);
    case Formula::index:
      return otherwise_rounded || index_name(two.oud.plan, a) != index_name(two.nieuw.plan, b) ||
             !same_maximum(a.side(cell.direction), b.side(cell.direction));
    case Formula::deel:
      return otherwise_rounded || !same_total(a, b, cell.direction) ||
             !same_share_years(a.side(cell.direction), b.side(cell.direction));
  }
  return false;
}

std::string_view index_name(const Plan& plan, const Post& post) {
  return post.index == no_index ? std::string_view() : plan.indexes[position(post.index)].naam;
}

std::vector<std::uint32_t> pairs_over(const Percentage& percentage, const std::vector<std::uint32_t>& posts) {
  std::vector<std::uint32_t> pairs;
  for_each_post(percentage, [&](std::size_t post) { pairs.push_back(posts[post]); });
  std::sort(pairs.begin(), pairs.end());
  return pairs;
}

}  // namespace saldo
