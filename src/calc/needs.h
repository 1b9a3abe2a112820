// The graph of amounts: what each of them follows from, told once. resolve() evaluates along it, `saldo risk` compiles it
// and `saldo diff` divides differences over it; in_order (calc/walk.h) is the order for all three.
#pragma once

#include <algorithm>

#include "calc/cells.h"
#include "calc/formulas.h"
#include "calc/legs_between.h"

namespace saldo {

// What can wait for other amounts: a cell, the closing balance of a project and year (of an exploitatie, the result of that
// year alone), or the sum of sixteen posts next to
// each other, of sixteen such sums and so on. Numbered in that order; and last what was booked on cells of closed years,
// which waits for nothing.
//
// A year that is closed has two layers so: the budget, from which indexes and percentages go on, and what was booked, which
// balances, sluitposten and spiegels count.
//
// Percentages over long ranges share those sums: n of them over n posts need some n log n amounts, and each sum is worked out
// once. A sum waits only for posts that are in every range it is used for, so that it is in a circle only where they are.
using Node = std::uint64_t;

// One amount that a derived amount follows from; `sign` is -1 where it was taken off, and 0 where it is only waited for.
struct Input {
  CellId cell{};
  int sign = 1;
};

class AmountGraph {
 public:
  explicit AmountGraph(const Plan& plan);

  std::size_t size() const { return size_; }
  Node node(const AmountOf& cell) const {
    return side_number(plan_.projects[cell.project].first_post + cell.post, cell.direction) * years_ + cell.year;
  }
  Node closing(std::size_t project, std::size_t year) const { return cells_ + project * years_ + year; }
  bool is_cell(Node node) const { return node < cells_; }
  bool is_closing(Node node) const { return node >= cells_ && node < sums_; }
  bool is_sum(Node node) const { return node >= sums_ && node < booked_; }
  bool is_booked(Node node) const { return node >= booked_; }
  // What a balance counts of a cell: what was booked on it, else the cell itself.
  Node counted(const AmountOf& cell) const {
    const BookedCell* booked = find_booked(plan_, cell);
    return booked == nullptr ? node(cell) : booked_ + static_cast<Node>(booked - plan_.booked.data());
  }
  std::size_t project_of_closing(Node node) const { return (node - cells_) / years_; }
  std::size_t year_of_closing(Node node) const { return (node - cells_) % years_; }
  // Of a cell, or of what was booked on one.
  AmountOf cell(Node node) const {
    return locate(plan_, static_cast<CellId>(is_booked(node) ? plan_.booked[node - booked_].cell : node));
  }
  Formula formula(const AmountOf& cell) const;
  const LegsBetween& legs_between() const { return legs_between_; }

  // Every amount that this one follows from: visit(node, sign). A balance, a sluitpost and a spiegel are the sum of
  // `own` and of these, taken off where the sign is -1; the sum under an index or a percentage is what calc/formulas.h
  // applies it to. What is written, a share of a total or an onderbouwing needs no other amount. A spiegel must have
  // passed check_spiegel. The years before one with a maximum of all years come with sign 0: they are in no sum, but known
  // before. A long range of posts comes as sums, of which this tells what they are of in turn.
  template <class Visit>
  void for_each(Node node, Visit visit) const;
  template <class Visit>
  void for_each(const AmountOf& cell, Formula formula, Visit visit) const;

  // The same with every post of a range by itself: as many as there are, so not for every amount of a plan.
  template <class Visit>
  void for_each_apart(Node node, Visit visit) const;

  // The amounts that a cell was worked out from, each by itself; what is absent and balances are left out.
  std::vector<Input> inputs_of(const AmountOf& cell, const Amounts& amounts) const;

  // The years before, where those count for the maximum of its side, if it has one: visit(node, 0).
  template <class Visit>
  void for_each_earlier(const AmountOf& cell, const Maximum* maximum, Visit visit) const {
    if (maximum == nullptr || !maximum->of_all_years) return;
    for (std::size_t before = 1; before <= cell.year; ++before) visit(node(cell) - before, 0);
  }
  // What they come to: `money` gives that of a node.
  template <class MoneyOf>
  Money earlier(const AmountOf& cell, const Maximum* maximum, MoneyOf money) const {
    Money sum;
    for_each_earlier(cell, maximum, [&](Node before, int) { sum += money(before); });
    return sum;
  }

  // The budget per 1 januari, where a balance or a sluitpost of the first year starts from it; and what was booked.
  Money own(Node node) const;

  // The cells of the legs of `project` with `other`, in one stream, that belong to what was sent in year `sent`.
  template <class Visit>
  void for_each_leg(ProjectId project, ProjectId other, Direction direction, Stream stream, std::size_t sent,
                    Visit visit) const {
    for (const LegRef& ref : legs_between_.legs(project, other, direction, stream)) {
      const std::size_t year = sent + static_cast<std::size_t>(ref.leg->vertraging);
      if (year < years_) visit(AmountOf{position(project), ref.leg->post, direction, year});
    }
  }

 private:
  template <class Visit>
  void for_each_in_year(std::size_t project, std::size_t year, Visit visit) const {
    plan_.projects[project].for_each_side([&](std::size_t post, Direction direction) {
      visit(AmountOf{project, post, direction, year});
    });
  }
  template <class Visit>
  void for_each_in_balance(std::size_t project, std::size_t year, Visit visit) const;
  template <class Visit>
  void for_each_left(const AmountOf& cell, Visit visit) const;
  template <class Visit>
  void for_each_mirrored(const AmountOf& cell, Visit visit) const;
  template <class Visit>
  void for_each_in_range(const AmountOf& cell, const PostRange& range, Visit visit) const;
  template <class Visit>
  void for_each_in_sum(Node sum, Visit visit) const;

  // Of a level: 0 the posts of the plan, above it what sixteen of the level below add up to.
  Node at_level(std::size_t level, std::size_t position, Direction direction, std::size_t year) const {
    if (level == 0) return side_number(position, direction) * years_ + year;
    return sums_ + side_number(sums_before_[level - 1] + position, direction) * years_ + year;
  }

  static constexpr std::size_t together = 16;  // posts of a sum: ranges as people write them hold none whole

  const Plan& plan_;
  LegsBetween legs_between_;
  std::size_t years_;
  std::size_t cells_;
  std::size_t sums_;
  std::size_t booked_;
  std::size_t size_;
  std::vector<std::size_t> sums_before_;  // per level above that of the posts: those of the levels between
};

template <class Visit>
void AmountGraph::for_each(Node node, Visit visit) const {
  if (is_closing(node)) return for_each_in_balance(project_of_closing(node), year_of_closing(node), visit);
  if (is_sum(node)) return for_each_in_sum(node, visit);
  if (is_booked(node)) return;
  const AmountOf cell = this->cell(node);
  for_each(cell, formula(cell), visit);
}

template <class Visit>
void AmountGraph::for_each(const AmountOf& cell, Formula formula, Visit visit) const {
  const Post& post = plan_.projects[cell.project].posts[cell.post];
  const Side& side = post.side(cell.direction);
  switch (formula) {
    case Formula::leeg:
    case Formula::bedrag:
    case Formula::deel:
    case Formula::onderbouwing: break;
    case Formula::sluitpost: return for_each_left(cell, visit);
    case Formula::spiegel: return for_each_mirrored(cell, visit);
    case Formula::index:
      visit(node(cell) - cell.year + index_base_year(plan_, post, side, cell.year), +1);
      return for_each_earlier(cell, side.maximum(), visit);
    case Formula::percentage:
      for_each_earlier(cell, side.maximum(), visit);
      for (const PostRange& range : side.percentage()->over)
        for_each_in_range({cell.project, 0, side.percentage()->side_over(cell.direction), cell.year}, range, visit);
  }
}

// Of the side and year of `cell`, all posts in the range: level by level those at both ends that no sum above holds.
template <class Visit>
void AmountGraph::for_each_in_range(const AmountOf& cell, const PostRange& range, Visit visit) const {
  const std::size_t first_post = plan_.projects[cell.project].first_post;
  std::size_t first = first_post + range.first, end = first_post + range.last + 1;
  for (std::size_t level = 0; first < end; ++level) {
    const std::size_t left = std::min(end, (first + together - 1) / together * together);
    const std::size_t right = std::max(left, end / together * together);
    for (; first < left; ++first) visit(at_level(level, first, cell.direction, cell.year), +1);
    for (std::size_t at = right; at < end; ++at) visit(at_level(level, at, cell.direction, cell.year), +1);
    first = left / together;
    end = right / together;
  }
}

template <class Visit>
void AmountGraph::for_each_in_sum(Node sum, Visit visit) const {
  const std::size_t side = (sum - sums_) / years_, year = (sum - sums_) % years_, position = side / 2;
  const auto level = static_cast<std::size_t>(std::upper_bound(sums_before_.begin(), sums_before_.end(), position) -
                                              sums_before_.begin());
  const std::size_t first = (position - sums_before_[level - 1]) * together;
  for (std::size_t below = first; below < first + together; ++below)
    visit(at_level(level - 1, below, both_directions[side % 2], year), +1);
}

template <class Visit>
void AmountGraph::for_each_apart(Node node, Visit visit) const {
  if (!is_cell(node)) return for_each(node, visit);
  const AmountOf cell = this->cell(node);
  const Formula formula = this->formula(cell);
  const Percentage* rule = plan_.projects[cell.project].posts[cell.post].side(cell.direction).percentage();
  if (formula != Formula::percentage) return for_each(cell, formula, visit);
  for_each_post(*rule, [&](std::size_t over) {
    visit(this->node({cell.project, over, rule->side_over(cell.direction), cell.year}), +1);
  });
}

template <class Visit>
void AmountGraph::for_each_in_balance(std::size_t project, std::size_t year, Visit visit) const {
  if (year > 0 && !plan_.projects[project].is_exploitatie()) visit(closing(project, year - 1), +1);
  for_each_in_year(project, year, [&](const AmountOf& cell) { visit(counted(cell), in_saldo(+1, cell.direction)); });
}

// A sluitpost takes what the year would end with without it.
template <class Visit>
void AmountGraph::for_each_left(const AmountOf& cell, Visit visit) const {
  if (cell.year > 0 && !plan_.projects[cell.project].is_exploitatie())
    visit(closing(cell.project, cell.year - 1), -in_saldo(+1, cell.direction));
  for_each_in_year(cell.project, cell.year, [&](const AmountOf& other) {
    if (other.post == cell.post && other.direction == cell.direction) return;
    visit(counted(other), other.direction == cell.direction ? -1 : +1);
  });
}

// A spiegel takes what the other side has, less what other posts on this side have taken.
template <class Visit>
void AmountGraph::for_each_mirrored(const AmountOf& cell, Visit visit) const {
  const auto self = static_cast<ProjectId>(cell.project);
  const Leg& leg = plan_.project(self).leg(cell.post, cell.direction);
  const Stream stream = legs_between_.stream_of(plan_.project(self), leg);
  const std::size_t sent = cell.year - static_cast<std::size_t>(leg.vertraging);
  for_each_leg(*leg.other.id, self, opposite(cell.direction), stream, sent,
               [&](const AmountOf& other) { visit(counted(other), +1); });
  for_each_leg(self, *leg.other.id, cell.direction, stream, sent, [&](const AmountOf& twin) {
    if (node(twin) != node(cell)) visit(counted(twin), -1);
  });
}

}  // namespace saldo
