// The graph of amounts: what each of them follows from, told once. resolve() evaluates along it, `saldo risk` compiles it
// and `saldo diff` divides differences over it; in_order (calc/walk.h) is the order for all three.
#pragma once

#include "calc/cells.h"
#include "calc/formulas.h"
#include "calc/legs_between.h"

namespace saldo {

// What can wait for other amounts: a cell, or the closing balance of a project and year, numbered after the cells.
using Node = std::uint64_t;

class AmountGraph {
 public:
  explicit AmountGraph(const Plan& plan)
      : plan_(plan), legs_between_(plan), years_(plan.years.size()), cells_(2 * plan.post_count * years_) {}

  std::size_t size() const { return cells_ + plan_.projects.size() * years_; }
  Node node(const AmountOf& cell) const {
    return side_number(plan_.projects[cell.project].first_post + cell.post, cell.direction) * years_ + cell.year;
  }
  Node closing(std::size_t project, std::size_t year) const { return cells_ + project * years_ + year; }
  bool is_closing(Node node) const { return node >= cells_; }
  std::size_t project_of_closing(Node node) const { return (node - cells_) / years_; }
  std::size_t year_of_closing(Node node) const { return (node - cells_) % years_; }
  AmountOf cell(Node node) const { return locate(plan_, static_cast<CellId>(node)); }
  Formula formula(const AmountOf& cell) const;
  const LegsBetween& legs_between() const { return legs_between_; }

  // Every amount that this one follows from: visit(node, sign). A balance, a sluitpost and a spiegel are the sum of
  // `own` and of these, taken off where the sign is -1; the sum under an index or a percentage is what calc/formulas.h
  // applies it to. What is written, a share of a total or an onderbouwing needs no other amount. A spiegel must have
  // passed check_spiegel.
  template <class Visit>
  void for_each(Node node, Visit visit) const;
  template <class Visit>
  void for_each(const AmountOf& cell, Formula formula, Visit visit) const;

  // The budget per 1 januari, where a balance or a sluitpost of the first year starts from it.
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

  const Plan& plan_;
  LegsBetween legs_between_;
  std::size_t years_;
  std::size_t cells_;
};

template <class Visit>
void AmountGraph::for_each(Node node, Visit visit) const {
  if (is_closing(node)) return for_each_in_balance(project_of_closing(node), year_of_closing(node), visit);
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
    case Formula::index: return visit(node(cell) - cell.year + index_base_year(plan_, post, side, cell.year), +1);
    case Formula::percentage:
      return for_each_post(*side.percentage(), [&](std::size_t over) {
        visit(node({cell.project, over, side.percentage()->side_over(cell.direction), cell.year}), +1);
      });
  }
}

template <class Visit>
void AmountGraph::for_each_in_balance(std::size_t project, std::size_t year, Visit visit) const {
  if (year > 0) visit(closing(project, year - 1), +1);
  for_each_in_year(project, year, [&](const AmountOf& cell) { visit(node(cell), in_saldo(+1, cell.direction)); });
}

// A sluitpost takes what the year would end with without it.
template <class Visit>
void AmountGraph::for_each_left(const AmountOf& cell, Visit visit) const {
  if (cell.year > 0) visit(closing(cell.project, cell.year - 1), -in_saldo(+1, cell.direction));
  for_each_in_year(cell.project, cell.year, [&](const AmountOf& other) {
    if (other.post == cell.post && other.direction == cell.direction) return;
    visit(node(other), other.direction == cell.direction ? -1 : +1);
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
               [&](const AmountOf& other) { visit(node(other), +1); });
  for_each_leg(self, *leg.other.id, cell.direction, stream, sent, [&](const AmountOf& twin) {
    if (node(twin) != node(cell)) visit(node(twin), -1);
  });
}

}  // namespace saldo
