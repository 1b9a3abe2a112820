#include "calc/diff/division.h"

#include <algorithm>

#include "calc/diff/effects.h"
#include "calc/formulas.h"

namespace saldo {

std::optional<std::size_t> Division::find(const PairedCell& cell) const {
  if (!two_.common->contains(cell.year)) return std::nullopt;
  const std::vector<Difference>& all = differences_.cells;
  const std::uint64_t wanted = graph_.number(cell);
  const auto found =
      std::partition_point(all.begin(), all.end(), [wanted](const Difference& d) { return d.number < wanted; });
  if (found == all.end() || found->number != wanted) return std::nullopt;
  return static_cast<std::size_t>(found - all.begin());
}

Shares Division::shares_of(const Difference& difference) {
  Shares shares;
  switch (graph_.common_formula(difference.cell)) {
    case Formula::index: shares = index_shares(difference); break;
    case Formula::percentage: shares = percentage_shares(difference); break;
    case Formula::sluitpost: shares = sluitpost_shares(difference); break;
    case Formula::spiegel: shares = input_shares(difference.cell); break;
    case Formula::deel:
    case Formula::onderbouwing: shares = rounding_shares(difference.cell, difference.money); break;
    case Formula::leeg:
    case Formula::bedrag: break;
  }
  const Money rest = difference.money - sum_of(shares);
  if (rest != Money()) shares.push_back({causes_.number(own_verschil(two_, difference.cell)), rest});
  return tidy(std::move(shares));
}

Shares Division::input_shares(const PairedCell& cell) const {
  Shares shares;
  for (const PairedInput& input : graph_.inputs(cell))
    if (const auto found = find(input.cell)) add(shares, differences_.cells[*found].shares, input.sign);
  return tidy(std::move(shares));
}

Shares Division::sluitpost_shares(const Difference& difference) const {
  Shares shares = input_shares(difference.cell);
  const auto opening = differences_.openings.find(difference.cell.project);
  if (opening != differences_.openings.end()) add(shares, opening->second, -in_saldo(+1, difference.cell.direction));
  return shares;
}

// The rounding of the plan, for posts that have none of their own in either plan.
Shares Division::rounding_shares(const PairedCell& cell, Money money) {
  const Post &a = *find_post(two_, cell, true), &b = *find_post(two_, cell, false);
  const bool of_plan = !a.afronding && !b.afronding && !written_differently(two_, cell) &&
                       two_.oud.plan.afronding != two_.nieuw.plan.afronding;
  if (!of_plan || money == Money()) return {};
  return {{causes_.number({0, 0, VerschilKind::afronding}), money}};
}

// What the years before the one of this cell have in the new plan, for a maximum of all years.
Money Division::earlier(const PairedCell& cell) const {
  Money sum;
  for (Year year = two_.nieuw.plan.years.first; year < cell.year; year = year + 1) {
    PairedCell before = cell;
    before.year = year;
    sum += amount_in(two_, before, false).counted();
  }
  return sum;
}

// In three steps: the old rule on the new amount it starts from, then the new rates, then the new rounding.
Shares Division::index_shares(const Difference& difference) {
  const PairedCell& cell = difference.cell;
  const Plan &a = two_.oud.plan, &b = two_.nieuw.plan;
  const Post &old_post = *find_post(two_, cell, true), &new_post = *find_post(two_, cell, false);
  const PairedCell base = graph_.inputs(cell).front().cell;
  if (!b.years.contains(base.year)) return {};
  const Amount start = amount_in(two_, base, false);
  if (!start.is_money()) return scaled(input_shares(cell), {1, 1}, difference.money);
  const std::size_t from = a.years.index(base.year), to = a.years.index(cell.year);
  const Side &old_side = old_post.side(cell.direction), &new_side = new_post.side(cell.direction);
  const Money by_old = at_most(old_side, by_index(a, old_post, start, from, to), earlier(cell)).amount.counted();
  if (by_old.is_overflow()) return {};
  Shares shares =
      scaled(input_shares(cell), index_rate(a, old_post, from, to), by_old - amount_in(two_, cell, true).counted());
  const std::string naam(index_name(a, old_post));
  Money by_new = by_old;
  if (naam == index_name(b, new_post))
    by_new = at_most(old_side,
                     by_index(b, new_post, start, b.years.index(base.year), b.years.index(cell.year),
                              rounding_of(a, old_post)),
                     earlier(cell))
                 .amount.counted();
  if (by_new.is_overflow()) by_new = by_old;  // a year between that the new index has no rate for
  if (by_new != by_old)
    if (const auto index = changed_index(two_, naam))
      shares.push_back({causes_.number({0, 0, VerschilKind::index, 0, {}, *index}), by_new - by_old});
  if (same_maximum(old_side, new_side))
    add(shares, rounding_shares(cell, amount_in(two_, cell, false).counted() - by_new), +1);
  return shares;
}

// In two steps: the old percentage of the new amounts, then the new percentage or rounding.
Shares Division::percentage_shares(const Difference& difference) {
  const PairedCell& cell = difference.cell;
  const Post& old_post = *find_post(two_, cell, true);
  const Percentage& old_rule = *old_post.side(cell.direction).percentage();
  const Percentage& new_rule = *find_post(two_, cell, false)->side(cell.direction).percentage();
  if (written_differently(two_, cell) && !same_over(two_, cell, old_rule, new_rule)) return {};
  const std::vector<std::uint32_t>& posts = two_.match.posts_of_new[*two_.match.projects[cell.project].pair.nieuw];
  Amount base;
  for (const std::uint32_t post : pairs_over(new_rule, posts))
    base += amount_in(two_, {cell.project, post, new_rule.side_over(cell.direction), cell.year}, false);
  const Side& old_side = old_post.side(cell.direction);
  const Money by_old =
      at_most(old_side, by_percentage(two_.oud.plan, old_post, old_rule, base), earlier(cell)).amount.counted();
  Shares shares = scaled(input_shares(cell), old_rule.rate(), by_old - amount_in(two_, cell, true).counted());
  add(shares, rounding_shares(cell, amount_in(two_, cell, false).counted() - by_old), +1);
  return shares;
}

}  // namespace saldo
