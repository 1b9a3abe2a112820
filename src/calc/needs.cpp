#include "calc/needs.h"

namespace saldo {

Formula AmountGraph::formula(const AmountOf& cell) const {
  const Project& project = plan_.projects[cell.project];
  const Post& post = project.posts[cell.post];
  return formula_of(plan_, project, post, post.side(cell.direction), cell.year);
}

Money AmountGraph::own(Node node) const {
  if (is_closing(node))
    return year_of_closing(node) == 0 ? plan_.projects[project_of_closing(node)].budget.counted() : Money();
  const AmountOf cell = this->cell(node);
  const bool starts = cell.year == 0 && takes_what_is_left(formula(cell));
  return starts ? -in_saldo(plan_.projects[cell.project].budget.counted(), cell.direction) : Money();
}

}  // namespace saldo
