#include "calc/diff/inputs.h"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

#include "calc/koppen.h"

namespace saldo {

namespace {

// A post of a reserve that saldo adds, in one of the plans: what is in it comes from what is typed on the other side.
bool follows_other_side(const TwoPlans& two, const PairedCell& cell) {
  const bool is_old = two.pair(cell).oud.has_value();
  const Project* project = find_project(is_old ? two.oud : two.nieuw, two.match.projects[cell.project].pair, is_old);
  const std::uint32_t post = is_old ? *two.pair(cell).oud : *two.pair(cell).nieuw;
  return follows_others(*project, post);
}

}  // namespace

std::uint64_t PairedGraph::number(const PairedCell& cell) const {
  const std::size_t post = two_.match.projects[cell.project].first_post + cell.post;
  return side_number(post, cell.direction) * years_.size() + years_.index(cell.year);
}

Formula PairedGraph::common_formula(const PairedCell& cell) const {
  if (!two_.pair(cell).oud || !two_.pair(cell).nieuw)
    return follows_other_side(two_, cell) ? Formula::spiegel : Formula::leeg;
  const Formula formula = formula_in(two_, cell, true);
  return formula == formula_in(two_, cell, false) ? formula : Formula::leeg;
}

std::vector<PairedInput> PairedGraph::inputs(const PairedCell& cell) const {
  switch (common_formula(cell)) {
    case Formula::leeg:
    case Formula::bedrag:
    case Formula::deel:
    case Formula::onderbouwing: break;
    case Formula::index: return needs_in(cell, true);
    case Formula::spiegel: return needs_in_both(cell);
    case Formula::percentage:
    case Formula::sluitpost: {
      std::vector<PairedInput> found = needs_in_both(cell);
      std::sort(found.begin(), found.end(),
                [this](const PairedInput& a, const PairedInput& b) { return number(a.cell) < number(b.cell); });
      return found;
    }
  }
  return {};
}

std::vector<PairedInput> PairedGraph::needs_in_both(const PairedCell& cell) const {
  std::vector<PairedInput> found;
  std::set<std::uint64_t> seen{number(cell)};
  for (const bool is_old : {true, false})
    for (const PairedInput& input : needs_in(cell, is_old))
      if (years_.contains(input.cell.year) && seen.insert(number(input.cell)).second) found.push_back(input);
  return found;
}

std::vector<PairedInput> PairedGraph::needs_in(const PairedCell& cell, bool is_old) const {
  if (!(is_old ? two_.pair(cell).oud : two_.pair(cell).nieuw)) return {};
  const AmountGraph& graph = is_old ? old_ : new_;
  const Pairing &project = two_.match.projects[cell.project].pair, &post = two_.pair(cell);
  const Plan& plan = is_old ? two_.oud.plan : two_.nieuw.plan;
  const AmountOf own{is_old ? *project.oud : *project.nieuw, is_old ? *post.oud : *post.nieuw, cell.direction,
                     plan.years.index(cell.year)};
  std::vector<PairedInput> found;
  // What follows from a balance follows from one at most, and that again: the one of the year before.
  std::optional<std::pair<Node, int>> next(std::in_place, graph.node(own), +1);
  while (next) {
    const auto [at, sign_of_all] = *next;
    next.reset();
    graph.for_each_apart(at, [&, all = sign_of_all](Node need, int sign) {
      if (sign == 0) return;
      if (graph.is_closing(need)) next.emplace(need, all * sign);
      else found.push_back({paired(graph.cell(need), is_old), all * sign});
    });
  }
  return found;
}

PairedCell PairedGraph::paired(const AmountOf& cell, bool is_old) const {
  const PlanMatch& match = two_.match;
  const Plan& plan = is_old ? two_.oud.plan : two_.nieuw.plan;
  return {(is_old ? match.pair_of_old : match.pair_of_new)[cell.project],
          (is_old ? match.posts_of_old : match.posts_of_new)[cell.project][cell.post], cell.direction,
          plan.years.at(cell.year)};
}

}  // namespace saldo
