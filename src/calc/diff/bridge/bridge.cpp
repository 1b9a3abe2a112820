#include "calc/diff/bridge/bridge.h"

#include <algorithm>

#include "calc/diff/effects.h"

namespace saldo {

namespace {

const std::optional<std::uint32_t>& side_of(const Pairing& pair, bool is_old) { return is_old ? pair.oud : pair.nieuw; }

std::uint32_t line_pair(const PlanMatch& match, std::size_t line, bool is_old) {
  std::uint32_t at = 0;
  while (side_of(match.lines[at], is_old) != static_cast<std::uint32_t>(line)) ++at;
  return at;
}

// What the verschillen do to the figure of a sum: of the plan, a programmalijn or a project.
class SumEffects {
 public:
  SumEffects(const PlanDiff& diff, const BridgedFigure& figure) : diff_(diff), two_(diff.two), figure_(figure) {
    for (std::uint32_t p = 0; p < two_.match.projects.size(); ++p) {
      const Pairing& pair = two_.match.projects[p].pair;
      const bool before = counts(pair, true), after = counts(pair, false);
      counted_.push_back((before || !pair.oud) && (after || !pair.nieuw));
      if (!counted_[p] && (before || after)) add_moved(p, after);
    }
    for (const EffectOnOpening& effect : diff.on_openings)
      if (counted_[effect.project]) effects_[effect.verschil].opening += effect.money;
    for (const EffectOnCell& effect : diff.on_cells)
      if (counted_[effect.cell.project]) add_cell(effect.verschil, effect.cell, effect.money);
    for (const EffectOnCounting& effect : diff.on_counting)
      if (counted_[effect.project]) add(effect.effect, effects_[effect.verschil]);
  }

  Money on(const VerschilKey& key) const {
    const auto found = effects_.find(&key);
    const SumOf& sum = std::get<SumOf>(figure_.nieuw ? *figure_.nieuw : *figure_.oud);
    return found == effects_.end() ? Money() : effect_on(found->second, sum.figure, two_.common->index(figure_.year));
  }

 private:
  const Worked& version(bool is_old) const { return is_old ? two_.oud : two_.nieuw; }

  // Whether this project is in the sum, in this version.
  bool counts(const Pairing& pair, bool is_old) const {
    const std::optional<std::uint32_t>& project = side_of(pair, is_old);
    const std::optional<Target>& target = is_old ? figure_.oud : figure_.nieuw;
    if (!project || !target) return false;
    const Whose& whose = std::get<SumOf>(*target).whose;
    if (whose.of == Of::project) return whose.index == *project;
    const Plan& plan = version(is_old).plan;
    return whose.of == Of::plan || plan.is_in(plan.projects[*project], static_cast<LineId>(whose.index));
  }

  void add_cell(const VerschilKey* verschil, const PairedCell& cell, Money money) {
    const std::optional<Target>& target = figure_.nieuw ? figure_.nieuw : figure_.oud;
    const bool of_project = std::get<SumOf>(*target).whose.of == Of::project;
    count(counted_in(two_, cell, of_project), cell.direction, two_.common->index(cell.year), money, effects_[verschil]);
  }

  // A project that is in the sum of one version only brings or takes all it has.
  void add_moved(std::uint32_t p, bool comes_in) {
    const Pairing& pair = two_.match.projects[p].pair;
    const Worked& plan = version(!comes_in);
    const Balance& balance = plan.balances.projects[*side_of(pair, !comes_in)];
    const VerschilKey* cause = mover(p);
    const auto signed_money = [&](Money money) { return comes_in ? money : -money; };
    effects_[cause].opening += signed_money(balance.opening_of(plan.plan.years.index(two_.common->first)));
    for (std::size_t y = 0; y < two_.common->size(); ++y) {
      const Year year = two_.common->at(y);
      const YearFigures& figures = balance.years[plan.plan.years.index(year)];
      const int of_reserve = balance.soort == Soort::reserve ? 1 : 0, has_stand = balance.has_stand() ? 1 : 0;
      const Counted sides{1 - of_reserve, has_stand, 1 - of_reserve}, mutaties{0, has_stand * (1 - of_reserve), 1};
      const auto add_side = [&](const Counted& counted, Direction direction, Amount amount) {
        count(counted, direction, y, signed_money(amount.counted()), effects_[cause]);
      };
      add_side(sides, Direction::baten, figures.baten);
      add_side(sides, Direction::lasten, figures.lasten);
      add_side(mutaties, Direction::lasten, figures.toevoeging);
      add_side(mutaties, Direction::baten, figures.onttrekking);
    }
  }

  // What put the project elsewhere: its own programmalijn, or one of those above it.
  const VerschilKey* mover(std::uint32_t p) const {
    const Pairing& pair = two_.match.projects[p].pair;
    if (const auto own = diff_.verschillen.find({p + 1, 0, VerschilKind::project}); own != diff_.verschillen.end())
      return &own->first;
    for (const bool is_old : {false, true}) {
      const Plan& plan = version(is_old).plan;
      for (std::optional<LineId> line = plan.projects[*side_of(pair, is_old)].programmalijn.id; line;
           line = plan.line_above(*line)) {
        const std::uint32_t at = line_pair(two_.match, position(*line), is_old) + 1;
        for (const VerschilKind kind :
             {VerschilKind::programmalijn, VerschilKind::programmalijn_nieuw, VerschilKind::programmalijn_vervallen})
          if (const auto found = diff_.verschillen.find({0, 0, kind, at}); found != diff_.verschillen.end())
            return &found->first;
      }
    }
    return &diff_.verschillen.begin()->first;
  }

  const PlanDiff& diff_;
  const TwoPlans& two_;
  const BridgedFigure& figure_;
  std::vector<bool> counted_;  // by pair of projects: all it has is in the sum, in both versions
  std::map<const VerschilKey*, EffectOnTotals> effects_;
};

// The same of one cell.
std::map<const VerschilKey*, Money> effects_on_cell(const PlanDiff& diff, const AmountOf& cell, bool is_old,
                                                    Year year) {
  const PlanMatch& match = diff.two.match;
  const std::uint32_t project = (is_old ? match.pair_of_old : match.pair_of_new)[cell.project];
  const std::uint32_t post = (is_old ? match.posts_of_old : match.posts_of_new)[cell.project][cell.post];
  std::map<const VerschilKey*, Money> effects;
  for (const EffectOnCell& effect : diff.on_cells)
    if (effect.cell.project == project && effect.cell.post == post && effect.cell.direction == cell.direction &&
        effect.cell.year == year)
      effects[effect.verschil] += effect.money;
  return effects;
}

Money amount_of(const Worked& version, const std::optional<Target>& target) {
  if (!target) return {};
  return figure_at(*target, version.plan, version.amounts, version.balances).counted();
}

template <class EffectOn>
Bridge bridge_of(const PlanDiff& diff, const BridgedFigure& figure, const EffectOn& effect_of) {
  Bridge bridge{amount_of(diff.two.oud, figure.oud), amount_of(diff.two.nieuw, figure.nieuw), {}, 0};
  for (const auto& [key, verschil] : diff.verschillen) {
    const Money effect = effect_of(key);
    if (effect == Money()) ++bridge.without_effect;
    else bridge.steps.push_back({&key, effect});
  }
  std::stable_sort(bridge.steps.begin(), bridge.steps.end(),
                   [](const Bridge::Step& a, const Bridge::Step& b) { return b.effect.size() < a.effect.size(); });
  return bridge;
}

// The same sum in the other plan.
std::optional<Target> counterpart(const TwoPlans& two, const SumOf& sum, bool is_old, std::size_t year) {
  if (sum.whose.of == Of::plan) return SumOf{sum.whose, sum.figure, year};
  const PlanMatch& match = two.match;
  const Pairing& pair = sum.whose.of == Of::project
                            ? match.projects[(is_old ? match.pair_of_old : match.pair_of_new)[sum.whose.index]].pair
                            : match.lines[line_pair(match, sum.whose.index, is_old)];
  const std::optional<std::uint32_t>& other = side_of(pair, !is_old);
  return other ? std::optional<Target>(SumOf{{sum.whose.of, *other}, sum.figure, year}) : std::nullopt;
}

std::optional<Target> counterpart(const TwoPlans& two, const AmountOf& cell, bool is_old, std::size_t year) {
  const PlanMatch& match = two.match;
  const ProjectPair& project = match.projects[(is_old ? match.pair_of_old : match.pair_of_new)[cell.project]];
  const std::uint32_t at = (is_old ? match.posts_of_old : match.posts_of_new)[cell.project][cell.post];
  const std::optional<std::uint32_t>& in = side_of(project.pair, !is_old);
  const std::optional<std::uint32_t>& post = side_of(project.posts[at], !is_old);
  return in && post ? std::optional<Target>(AmountOf{*in, *post, cell.direction, year}) : std::nullopt;
}

}  // namespace

BridgedFigure in_both(const TwoPlans& two, const Target& found, bool is_old) {
  const Years &own = (is_old ? two.oud : two.nieuw).plan.years, &others = (is_old ? two.nieuw : two.oud).plan.years;
  const Year year = std::visit([&own](const auto& target) { return own.at(target.year); }, found);
  const std::optional<Target> other =
      std::visit([&](const auto& target) { return counterpart(two, target, is_old, others.index(year)); }, found);
  return is_old ? BridgedFigure{found, other, year} : BridgedFigure{other, found, year};
}

Money Bridge::rest_from(std::size_t step) const {
  Money rest;
  for (; step < steps.size(); ++step) rest += steps[step].effect;
  return rest;
}

Bridge build_bridge(const PlanDiff& diff, const BridgedFigure& figure) {
  const bool is_old = !figure.nieuw;
  const Target& target = is_old ? *figure.oud : *figure.nieuw;
  if (const auto* cell = std::get_if<AmountOf>(&target)) {
    const auto effects = effects_on_cell(diff, *cell, is_old, figure.year);
    return bridge_of(diff, figure, [&effects](const VerschilKey& key) {
      const auto found = effects.find(&key);
      return found == effects.end() ? Money() : found->second;
    });
  }
  const SumEffects effects(diff, figure);
  return bridge_of(diff, figure, [&effects](const VerschilKey& key) { return effects.on(key); });
}

Bridge build_bridge(const PlanDiff& diff, Figure figure, Year year) {
  return build_bridge(diff, in_both(diff.two, SumOf{{}, figure, diff.two.nieuw.plan.years.index(year)}, false));
}

bool overflows(const Bridge& bridge) {
  return bridge.rest_from(0).is_overflow() ||
         std::any_of(bridge.steps.begin(), bridge.steps.end(),
                     [](const Bridge::Step& step) { return step.effect.is_overflow(); });
}

}  // namespace saldo
