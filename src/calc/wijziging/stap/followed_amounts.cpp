#include "calc/wijziging/stap/followed_amounts.h"

#include <algorithm>
#include <utility>

namespace saldo {

namespace {

// No sum of amounts of a plan, whatever the order it is added in, and with each of them in it this often, leaves the range
// of Money where all of them together are this much less.
constexpr std::size_t most_times = 1000;
constexpr Wide most_money = Wide{Money::limit_cents} / (4 * most_times);

bool over_often(const Side& side) {
  return side.percentage() != nullptr && side.percentage()->over.size() >= most_times;
}

}  // namespace

FollowedAmounts::FollowedAmounts(const Plan& plan) : plan_(plan), graph_(plan) {
  const Resolved resolved = resolve(plan);
  is_sound_ = resolved.findings.empty();
  if (!is_sound_) return;
  fill(resolved);
  link_followers();
  for (Node node = 0; node < graph_.size(); ++node)
    if (graph_.is_cell(node) || graph_.is_booked(node)) measure(values_[node], +1);
  // Numbered so that what is no cell comes after what it needs: balances by year, sums by level.
  for (Node node = formulas_.size(); node < graph_.size(); ++node)
    if (!graph_.is_booked(node)) {
      add_up(node);
      values_[node] = work_out(node);
    }
  for (Node node = 0; node < formulas_.size(); ++node)
    if (is_derived(node)) add_up(node);
  for (const Project& project : plan.projects) measure(openings_.emplace_back(project.opening()), +1);
}

void FollowedAmounts::fill(const Resolved& resolved) {
  values_.resize(graph_.size());
  sums_.resize(graph_.size());
  seen_.resize(graph_.size());
  formulas_.resize(resolved.amounts.size());
  closes_.resize(plan_.projects.size());
  for (Node cell = 0; cell < formulas_.size(); ++cell) values_[cell] = resolved.amounts[static_cast<CellId>(cell)];
  for (std::size_t b = 0; b < plan_.booked.size(); ++b) values_[plan_.booked[b].cell] = resolved.under_booked[b];
  for (Node node = formulas_.size(); node < graph_.size(); ++node)
    if (graph_.is_booked(node)) values_[node] = graph_.own(node);
  plan_.for_each_side([&](std::size_t project, std::size_t post, Direction direction) {
    if (over_often(plan_.projects[project].posts[post].side(direction))) is_sound_ = false;
    AmountOf cell{project, post, direction, 0};
    if (takes_what_is_left(graph_.formula(cell))) closes_[project] = graph_.node(cell);
    for (; cell.year < plan_.years.size(); ++cell.year) formulas_[graph_.node(cell)] = graph_.formula(cell);
  });
}

void FollowedAmounts::add_up(Node node) {
  graph_.for_each(node, [&](Node need, int sign) {
    if (sign != 0) sums_[node].add(values_[need], sign);
  });
}

void FollowedAmounts::link_followers() {
  const auto for_each_need = [&](auto visit) {
    for (Node node = 0; node < graph_.size(); ++node)
      if (is_derived(node)) graph_.for_each(node, [&](Node need, int sign) { visit(need, Follower{node, sign}); });
  };
  first_.resize(graph_.size() + 1);
  for_each_need([&](Node need, Follower) { ++first_[need + 1]; });
  for (std::size_t i = 1; i < first_.size(); ++i) first_[i] += first_[i - 1];
  followers_.resize(first_.back());
  std::vector<std::size_t> next(first_.begin(), first_.end() - 1);
  for_each_need([&](Node need, Follower follower) { followers_[next[need]++] = follower; });
}

void FollowedAmounts::measure(Amount amount, int sign) {
  const Money size = amount.counted().size();
  size_ += sign * Wide{size.cents()};
  if (amount.is_overflow() || size_ > most_money) is_sound_ = false;
}

Amount FollowedAmounts::written(const AmountOf& cell, Formula formula) const {
  const Post& post = plan_.projects[cell.project].posts[cell.post];
  const Side& side = post.side(cell.direction);
  const Year year = plan_.years.at(cell.year);
  switch (formula) {
    case Formula::bedrag: return find_term(side, year)->amount;
    case Formula::deel: return total_parts(plan_, post, *side.total()).parts[side.share_number(year)];
    case Formula::onderbouwing: return sum_of(onderbouwing_lines(plan_, post));
    case Formula::leeg:
    case Formula::sluitpost:
    case Formula::spiegel:
    case Formula::index:
    case Formula::percentage: break;
  }
  return {};
}

Amount FollowedAmounts::work_out(Node node) const {
  if (graph_.is_sum(node)) return sums_[node].amount();
  if (graph_.is_closing(node)) return graph_.own(node) + sums_[node].counted();
  const AmountOf cell = graph_.cell(node);
  const Formula formula = formulas_[node];
  if (!needs_amounts(formula)) return written(cell, formula);
  const Post& post = plan_.projects[cell.project].posts[cell.post];
  const Amount sum =
      takes_what_is_left(formula) ? Amount(graph_.own(node) + sums_[node].counted()) : sums_[node].amount();
  const Side& side = post.side(cell.direction);
  const Money earlier = graph_.earlier(cell, side.maximum(), [this](Node before) { return values_[before].counted(); });
  return from_needs(formula, plan_, post, side, cell.year, sum, earlier).amount;
}

void FollowedAmounts::reopen(std::size_t project) {
  const Money opening = plan_.projects[project].opening();
  measure(std::exchange(openings_[project], opening), -1);
  measure(opening, +1);
  put_in_order(graph_.closing(project, 0));
  if (closes_[project]) put_in_order(*closes_[project]);
}

// Behind all that follows from it: depth first, with a stack of its own.
void FollowedAmounts::put_in_order(Node start) {
  if (seen_[start] != 0) return;
  seen_[start] = 1;
  std::vector<std::pair<Node, std::size_t>> stack{{start, 0}};
  while (!stack.empty()) {
    auto& [node, next] = stack.back();
    const std::span<const Follower> all = followers(node);
    while (next < all.size() && (seen_[all[next].node] != 0 || !is_derived(all[next].node))) ++next;
    if (next == all.size()) {
      order_.push_back(node);
      stack.pop_back();
      continue;
    }
    const Node follower = all[next++].node;
    seen_[follower] = 1;
    stack.emplace_back(follower, 0);
  }
}

void FollowedAmounts::update(Node node) {
  const Amount was = values_[node], is = work_out(node);
  if (is == was) return;
  values_[node] = is;
  if (graph_.is_cell(node)) {
    measure(was, -1);
    measure(is, +1);
    const AmountOf cell = graph_.cell(node);
    if (find_booked(plan_, cell) == nullptr) changed_.push_back({cell, was, is});
  }
  for (const Follower& follower : followers(node)) {
    if (follower.sign == 0 || !is_derived(follower.node)) continue;
    sums_[follower.node].take(was, follower.sign);
    sums_[follower.node].add(is, follower.sign);
  }
}

std::vector<FollowedCell> FollowedAmounts::follow(std::span<const TouchedSide> sides,
                                                  std::span<const std::size_t> openings) {
  changed_.clear();
  order_.clear();
  const auto for_each_cell = [&](auto visit) {
    for (const TouchedSide& side : sides)
      for (AmountOf cell{side.project, side.post, side.direction, 0}; cell.year < plan_.years.size(); ++cell.year)
        visit(cell);
  };
  // Another formula than before is one that needs no other amount any more.
  for_each_cell([&](const AmountOf& cell) { formulas_[graph_.node(cell)] = graph_.formula(cell); });
  for_each_cell([&](const AmountOf& cell) { put_in_order(graph_.node(cell)); });
  for (const std::size_t project : openings) reopen(project);
  for (auto node = order_.rbegin(); node != order_.rend() && is_sound_; ++node) update(*node);
  for (const Node node : order_) seen_[node] = 0;
  return std::move(changed_);
}

}  // namespace saldo
