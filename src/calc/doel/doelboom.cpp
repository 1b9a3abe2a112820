#include "calc/doel/doelboom.h"

#include <algorithm>

namespace saldo {

namespace {

void add_line(std::vector<LineId>& lines, const Project& project) {
  const auto& line = project.programmalijn.id;
  if (line && std::find(lines.begin(), lines.end(), *line) == lines.end()) lines.push_back(*line);
}

// What a goal is in, where it does not say so itself: after what it is under.
void inherit(const Plan& plan, DoelId id, Doelboom& tree) {
  const Doel& doel = plan.doel(id);
  const std::size_t at = position(id);
  const DoelId* above = doel.onder ? &*doel.onder->id : nullptr;
  if (doel.project) tree.projects[at] = doel.project->id;
  else if (above != nullptr) tree.projects[at] = tree.projects[position(*above)];
  for (const Reference<LineId>& line : doel.programmalijnen) tree.lines[at].push_back(*line.id);
  if (!tree.lines[at].empty()) return;
  if (doel.project) add_line(tree.lines[at], plan.project(*doel.project->id));
  if (!tree.lines[at].empty()) return;
  for (const Geld& geld : doel.geld)
    if (geld.project && geld.project->id) add_line(tree.lines[at], plan.project(*geld.project->id));
  if (tree.lines[at].empty() && above != nullptr) tree.lines[at] = tree.lines[position(*above)];
}

// A level above others is where those are, when nothing else says where.
void gather_lines(const Plan& plan, Doelboom& tree) {
  std::vector<bool> knows(plan.doelen.size());
  for (std::size_t i = 0; i < knows.size(); ++i) knows[i] = !tree.lines[i].empty();
  for (auto id = tree.order.rbegin(); id != tree.order.rend(); ++id) {
    std::vector<LineId>& lines = tree.lines[position(*id)];
    std::sort(lines.begin(), lines.end());
    lines.erase(std::unique(lines.begin(), lines.end()), lines.end());
    const auto& onder = plan.doel(*id).onder;
    if (!onder || knows[position(*onder->id)]) continue;
    std::vector<LineId>& above = tree.lines[position(*onder->id)];
    above.insert(above.end(), lines.begin(), lines.end());
  }
}

}  // namespace

Doelboom make_doelboom(const Plan& plan) {
  const std::size_t count = plan.doelen.size();
  Doelboom tree;
  tree.under.resize(count);
  tree.levels.resize(count);
  tree.projects.resize(count);
  tree.lines.resize(count);
  std::vector<DoelId> waiting;  // the next one last
  for (std::size_t i = 0; i < count; ++i) {
    const auto& onder = plan.doelen[i].onder;
    if (onder) tree.under[position(*onder->id)].push_back(static_cast<DoelId>(i));
  }
  for (std::size_t i = count; i-- > 0;)
    if (!plan.doelen[i].onder) waiting.push_back(static_cast<DoelId>(i));
  while (!waiting.empty()) {
    const DoelId id = waiting.back();
    waiting.pop_back();
    tree.order.push_back(id);
    inherit(plan, id, tree);
    const std::vector<DoelId>& under = tree.under[position(id)];
    for (auto inner = under.rbegin(); inner != under.rend(); ++inner) {
      tree.levels[position(*inner)] = tree.levels[position(id)] + 1;
      waiting.push_back(*inner);
    }
  }
  gather_lines(plan, tree);
  return tree;
}

std::optional<DoelId> find_doel(const Plan& plan, std::string_view id) {
  for (std::size_t i = 0; i < plan.doelen.size(); ++i)
    if (plan.doelen[i].id == id) return static_cast<DoelId>(i);
  return std::nullopt;
}

}  // namespace saldo
