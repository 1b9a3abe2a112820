#include "calc/told/step.h"

#include <utility>

namespace saldo {

namespace {

Step step_of_total(const Plan& plan, const Post& post, const Side& side, std::size_t year) {
  const Total& rule = *side.total();
  Parts total = total_parts(plan, post, rule);
  const Ratio share = rule.shares[side.share_number(plan.years.at(year))];
  return {Formula::deel, total.whole, Ratio::of(total.whole) * share, std::move(total.lines)};
}

Step step_of_onderbouwing(const Plan& plan, const Post& post) {
  std::vector<WorkedLine> lines = onderbouwing_lines(plan, post);
  const Money sum = sum_of(lines);
  return {Formula::onderbouwing, sum, Ratio::of(sum), std::move(lines)};
}

}  // namespace

std::optional<Step> step_of(const Plan& plan, const Trace& trace, const AmountOf& cell) {
  const Project& project = plan.projects[cell.project];
  const Post& post = project.posts[cell.post];
  const Side& side = post.side(cell.direction);
  const Formula formula = formula_of(plan, project, post, side, cell.year);
  switch (formula) {
    case Formula::leeg:
    case Formula::bedrag: break;
    case Formula::deel: return step_of_total(plan, post, side, cell.year);
    case Formula::onderbouwing: return step_of_onderbouwing(plan, post);
    case Formula::sluitpost:
    case Formula::spiegel:
    case Formula::index:
    case Formula::percentage:
      const Amount base = trace.at(project, cell.post, cell.direction, cell.year);
      // A maximum does nothing to what is exact.
      const Derived derived = from_needs(formula, plan, post, side, cell.year, base, Money());
      if (derived.exact) return Step{formula, base, *derived.exact};
  }
  return std::nullopt;
}

}  // namespace saldo
