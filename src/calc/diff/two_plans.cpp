#include "calc/diff/two_plans.h"

#include <algorithm>

#include "calc/rules.h"

namespace saldo {

namespace {

bool same_onderbouwing(const Post& a, const Post& b) {
  if (a.onderbouwing == nullptr || b.onderbouwing == nullptr) return a.onderbouwing == b.onderbouwing;
  return std::equal(a.onderbouwing->begin(), a.onderbouwing->end(), b.onderbouwing->begin(), b.onderbouwing->end(),
                    [](const Onderbouwing& x, const Onderbouwing& y) {
                      return std::equal(x.factoren.begin(), x.factoren.end(), y.factoren.begin(), y.factoren.end(),
                                        [](Ratio r, Ratio s) { return r == s; });
                    });
}

bool same_own_rounding(const Post& a, const Post& b) {
  if (!a.afronding || !b.afronding) return a.afronding.has_value() == b.afronding.has_value();
  return same_rounding(*a.afronding, *b.afronding);
}

bool same_total(const Post& a, const Post& b, Direction direction) {
  const auto& x = std::get<Total>(*a.side(direction).rule);
  const auto& y = std::get<Total>(*b.side(direction).rule);
  const bool same_shares = std::equal(x.shares.begin(), x.shares.end(), y.shares.begin(), y.shares.end(),
                                      [](Ratio r, Ratio s) { return r == s; });
  return x.totaal == y.totaal && same_shares && (x.totaal || same_onderbouwing(a, b));
}

// The share that stands in this year: years may change places.
bool same_share_years(const Side& a, const Side& b) {
  return std::equal(a.terms.begin(), a.terms.end(), b.terms.begin(), b.terms.end(),
                    [](const Term& x, const Term& y) { return x.year == y.year && x.kind == y.kind; });
}

// Posts that only one of the plans has do not make the range another one.
bool same_over(const TwoPlans& two, const PairedCell& cell, const Percentage& a, const Percentage& b) {
  const ProjectPair& project = two.match.projects[cell.project];
  const auto in_both = [&](const Percentage& percentage, const std::vector<std::uint32_t>& posts) {
    std::vector<std::uint32_t> pairs = pairs_over(percentage, posts);
    std::erase_if(pairs, [&](std::uint32_t p) { return !project.posts[p].oud || !project.posts[p].nieuw; });
    return pairs;
  };
  return in_both(a, two.match.posts_of_old[*project.pair.oud]) ==
         in_both(b, two.match.posts_of_new[*project.pair.nieuw]);
}

bool same_percentage(const TwoPlans& two, const PairedCell& cell, const Post& a, const Post& b) {
  const auto& x = std::get<Percentage>(*a.side(cell.direction).rule);
  const auto& y = std::get<Percentage>(*b.side(cell.direction).rule);
  return x.rate == y.rate && same_own_rounding(a, b) && same_over(two, cell, x, y);
}

bool same_leg(const TwoPlans& two, const PairedCell& cell) {
  const Pairing& project = two.match.projects[cell.project].pair;
  const Pairing& post = two.pair(cell);
  const Leg* a = find_leg(two.oud.plan.projects[*project.oud], *post.oud, cell.direction);
  const Leg* b = find_leg(two.nieuw.plan.projects[*project.nieuw], *post.nieuw, cell.direction);
  if (a == nullptr || b == nullptr) return a == b;
  return a->vertraging == b->vertraging &&
         two.match.pair_of_old[position(*a->other.id)] == two.match.pair_of_new[position(*b->other.id)];
}

}  // namespace

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

Origin origin_in(const TwoPlans& two, const PairedCell& cell, bool is_old) {
  const Worked& version = is_old ? two.oud : two.nieuw;
  const Post* post = find_post(two, cell, is_old);
  if (post == nullptr || !version.plan.years.contains(cell.year)) return Origin::leeg;
  const Side& side = post->side(cell.direction);
  if (const Term* term = find_term(side, cell.year)) {
    constexpr Origin of_kind[] = {Origin::bedrag, Origin::deel, Origin::onderbouwing, Origin::sluitpost,
                                  Origin::spiegel};
    return of_kind[static_cast<std::size_t>(term->kind)];
  }
  if (side.rule && std::holds_alternative<Percentage>(*side.rule)) return Origin::percentage;
  const Project& project = *find_project(version, two.match.projects[cell.project].pair, is_old);
  const bool follows = grows(version.plan, project, *post, side, version.plan.years.index(cell.year));
  return follows ? Origin::index : Origin::leeg;
}

bool written_differently(const TwoPlans& two, const PairedCell& cell) {
  const Origin origin = origin_in(two, cell, true);
  if (origin != origin_in(two, cell, false)) return true;
  if (origin == Origin::leeg || origin == Origin::sluitpost) return false;
  if (origin == Origin::spiegel) return !same_leg(two, cell);
  if (origin == Origin::bedrag) return amount_in(two, cell, true) != amount_in(two, cell, false);
  const Post &a = *find_post(two, cell, true), &b = *find_post(two, cell, false);
  if (origin == Origin::percentage) return !same_percentage(two, cell, a, b);
  if (!same_own_rounding(a, b)) return true;
  if (origin == Origin::onderbouwing) return !same_onderbouwing(a, b);
  if (origin == Origin::index) return index_name(two.oud.plan, a) != index_name(two.nieuw.plan, b);
  return !same_total(a, b, cell.direction) || !same_share_years(a.side(cell.direction), b.side(cell.direction));
}

std::string_view index_name(const Plan& plan, const Post& post) {
  return post.index == no_index ? std::string_view() : plan.indexes[position(post.index)].naam;
}

bool same_rounding(const Rounding& a, const Rounding& b) {
  return a.unit == b.unit && a.mode == b.mode && a.exact_chain == b.exact_chain;
}

std::vector<std::uint32_t> pairs_over(const Percentage& percentage, const std::vector<std::uint32_t>& posts) {
  std::vector<std::uint32_t> pairs;
  for (const PostRange& range : percentage.over)
    for (std::uint32_t post = range.first; post <= range.last; ++post) pairs.push_back(posts[post]);
  std::sort(pairs.begin(), pairs.end());
  return pairs;
}

const Leg* find_leg(const Project& project, std::uint32_t post, Direction direction) {
  auto leg =
      std::partition_point(project.legs.begin(), project.legs.end(), [&](const Leg& l) { return l.post < post; });
  for (; leg != project.legs.end() && leg->post == post; ++leg)
    if (leg->direction == direction) return &*leg;
  return nullptr;
}

}  // namespace saldo
