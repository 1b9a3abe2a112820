#include "calc/needs.h"

namespace saldo {

AmountGraph::AmountGraph(const Plan& plan)
    : plan_(plan),
      legs_between_(plan),
      years_(plan.years.size()),
      cells_(2 * plan.post_count * years_),
      sums_(cells_ + plan.projects.size() * years_) {
  std::size_t sums = 0;
  for (std::size_t count = plan.post_count / together; count > 0; count /= together) {
    sums_before_.push_back(sums);
    sums += count;
  }
  booked_ = sums_ + 2 * sums * years_;
  size_ = booked_ + plan.booked.size();
}

Formula AmountGraph::formula(const AmountOf& cell) const {
  const Project& project = plan_.projects[cell.project];
  const Post& post = project.posts[cell.post];
  return formula_of(plan_, project, post, post.side(cell.direction), cell.year);
}

Money AmountGraph::own(Node node) const {
  if (is_sum(node)) return {};
  if (is_booked(node)) return plan_.booked[node - booked_].amount;
  if (is_closing(node))
    return year_of_closing(node) == 0 ? plan_.projects[project_of_closing(node)].opening() : Money();
  const AmountOf cell = this->cell(node);
  const bool starts = cell.year == 0 && takes_what_is_left(formula(cell));
  return starts ? -in_saldo(plan_.projects[cell.project].opening(), cell.direction) : Money();
}

std::vector<Input> AmountGraph::inputs_of(const AmountOf& cell, const Amounts& amounts) const {
  std::vector<Input> inputs;
  for_each_apart(node(cell), [&](Node need, int sign) {
    if (sign == 0) return;
    if (!is_cell(need) && !is_booked(need)) return;
    const auto id = static_cast<CellId>(this->node(this->cell(need)));
    if (!amounts[id].is_absent()) inputs.push_back({id, sign});
  });
  return inputs;
}

}  // namespace saldo
