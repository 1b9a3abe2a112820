#include "plan/line_order.h"

namespace saldo {

std::vector<PlacedLine> lines_in_order(const Plan& plan) {
  std::vector<std::vector<LineId>> under(plan.lines.size());
  std::vector<PlacedLine> order, waiting;
  for (std::size_t i = plan.lines.size(); i-- > 0;) {
    const auto& onder = plan.lines[i].onder;
    if (onder) under[position(*onder->id)].push_back(static_cast<LineId>(i));
    else waiting.push_back({static_cast<LineId>(i), 0});
  }
  while (!waiting.empty()) {
    const PlacedLine line = waiting.back();
    waiting.pop_back();
    order.push_back(line);
    for (const LineId inner : under[position(line.id)]) waiting.push_back({inner, line.level + 1});
  }
  return order;
}

std::vector<bool> lines_of_only(const Plan& plan, Soort soort) {
  std::vector<bool> of_it(plan.lines.size()), others(plan.lines.size());
  for (const Project& project : plan.projects)
    for (auto line = project.programmalijn.id; line; line = plan.line_above(*line))
      (project.soort == soort ? of_it : others)[position(*line)] = true;
  for (std::size_t l = 0; l < others.size(); ++l) of_it[l] = of_it[l] && !others[l];
  return of_it;
}

}  // namespace saldo
