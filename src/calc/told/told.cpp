#include "calc/told/told.h"

#include <algorithm>

namespace saldo {

namespace {

Amount shown(const Worked& worked, const AmountOf& cell) {
  return worked.amounts.at(worked.plan.projects[cell.project], cell.post, cell.direction, cell.year);
}

}  // namespace

Amount add_up(const Worked& worked, std::span<const SignedCell> cells) {
  Amount sum;
  for (const SignedCell& one : cells) sum += one.sign < 0 ? -shown(worked, one.cell) : shown(worked, one.cell);
  return sum;
}

Amount add_up(const Worked& worked, std::span<const std::size_t> projects, Figure figure, std::size_t year) {
  Amount sum;
  for (const std::size_t project : projects) sum += figure_of(worked.balances.projects[project], figure, year);
  return sum;
}

std::vector<Money> add_up_in_order(std::span<const Money> steps) {
  std::vector<Money> stands;
  Money stand;
  for (const Money step : steps) stands.push_back(stand += step);
  return stands;
}

StepParts parts_of_step(Money before, Money after) {
  const Money none, low = std::min(before, after), high = std::max(before, after);
  const Money above = std::max(none, high) - std::max(none, low), below = std::min(none, low) - std::min(none, high);
  const bool is_up = before < after;
  return {std::max(none, low),  is_up ? above : none, is_up ? none : above,
          std::min(none, high), is_up ? below : none, is_up ? none : below};
}

Amount sum_of_shown(const Worked& worked, const AmountGraph& graph, const AmountOf& cell) {
  const Money own = graph.own(graph.node(cell));
  Amount sum = own == Money() ? Amount() : Amount(own);
  graph.for_each_apart(graph.node(cell), [&](Node need, int sign) {
    if (sign == 0) return;
    const Amount is =
        graph.is_closing(need)
            ? Amount(
                  worked.balances.projects[graph.project_of_closing(need)].years[graph.year_of_closing(need)].eindsaldo)
            : shown(worked, graph.cell(need));
    sum += sign < 0 ? -is : is;
  });
  return sum;
}

bool follows_from_shown(const Worked& worked, const AmountGraph& graph, const AmountOf& cell) {
  const Formula formula = graph.formula(cell);
  const Post& post = worked.plan.projects[cell.project].posts[cell.post];
  const Side& side = post.side(cell.direction);
  const Money earlier =
      graph.earlier(cell, side.maximum(), [&](Node node) { return shown(worked, graph.cell(node)).counted(); });
  const Amount derived =
      from_needs(formula, worked.plan, post, side, cell.year, sum_of_shown(worked, graph, cell), earlier).amount;
  const Amount is = shown(worked, cell);
  return derived == is || (takes_what_is_left(formula) && derived.counted() == is.counted());
}

}  // namespace saldo
