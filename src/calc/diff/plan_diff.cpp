#include "calc/diff/plan_diff.h"

#include <algorithm>

#include "calc/diff/doel/goals.h"
#include "calc/diff/effects.h"
#include "calc/diff/records.h"
#include "calc/diff/settings.h"

namespace saldo {

namespace {

const Index* find_index(const Plan& plan, const std::string& naam) {
  const auto found =
      std::find_if(plan.indexes.begin(), plan.indexes.end(), [&](const Index& index) { return index.naam == naam; });
  return found == plan.indexes.end() ? nullptr : &*found;
}

bool same_factor(Ratio a, Ratio b) {
  if (a.is_overflow() || b.is_overflow()) return a.is_overflow() == b.is_overflow();
  return a == b;
}

bool same_factors(const TwoPlans& two, const Index& a, const Index& b) {
  for (std::size_t y = 0; two.common && y < two.common->size(); ++y) {
    const Year year = two.common->at(y);
    if (!same_factor(a.factors[two.oud.plan.years.index(year)], b.factors[two.nieuw.plan.years.index(year)]))
      return false;
  }
  return true;
}

// The parts of two blends, when they are blends with the same weights.
const std::vector<BlendPart>* same_blend(const Index& a, const Index& b) {
  const auto *x = std::get_if<std::vector<BlendPart>>(&a.rates), *y = std::get_if<std::vector<BlendPart>>(&b.rates);
  if (x == nullptr || y == nullptr) return nullptr;
  const bool same = std::equal(x->begin(), x->end(), y->begin(), y->end(), [](const BlendPart& p, const BlendPart& q) {
    return p.index.name == q.index.name && p.weight == q.weight;
  });
  return same ? x : nullptr;
}

class DiffBuilder {
 public:
  explicit DiffBuilder(TwoPlans two) : diff_{std::move(two), {}, {}, {}, {}, {}, {}}, both_(diff_.two) {}

  PlanDiff build() {
    add_plan();
    for (auto& [year, settings] : differing_records(two()))
      add_settings({0, 0, VerschilKind::afsluiting, 0, {}, std::to_string(year.value)}, std::move(settings));
    add_indexes();
    for (std::uint32_t l = 0; l < two().match.lines.size(); ++l) add_line(l);
    for (std::uint32_t p = 0; p < two().match.projects.size(); ++p) add_project(p);
    add_goals();
    find_effects(diff_);
    return std::move(diff_);
  }

 private:
  const TwoPlans& two() const { return diff_.two; }

  void add_settings(const VerschilKey& key, std::vector<SettingDiff> settings) {
    if (!settings.empty()) diff_.verschillen[key].settings = std::move(settings);
  }

  void add_plan() {
    add_settings({0, 0, VerschilKind::plan}, differing_plan_settings(both_));
    if (two().oud.plan.afronding != two().nieuw.plan.afronding) diff_.verschillen[{0, 0, VerschilKind::afronding}];
    const auto rib_of = [](const Plan& plan, const std::vector<std::uint32_t>& pair_of) {
      return plan.investeringsbudget ? std::optional(pair_of[position(*plan.investeringsbudget->id)]) : std::nullopt;
    };
    const auto before = rib_of(two().oud.plan, two().match.pair_of_old);
    const auto after = rib_of(two().nieuw.plan, two().match.pair_of_new);
    if (before == after) diff_.rib = before;
    else diff_.verschillen[{0, 0, VerschilKind::investeringsbudget}];
  }

  void add_indexes() {
    const auto add = [this](const std::string& naam) { diff_.verschillen[{0, 0, VerschilKind::index, 0, {}, naam}]; };
    for (const Index& index : two().oud.plan.indexes) {
      const Index* now = find_index(two().nieuw.plan, index.naam);
      if (now == nullptr || changed_index(two(), index.naam) == index.naam) add(index.naam);
    }
    for (const Index& index : two().nieuw.plan.indexes)
      if (find_index(two().oud.plan, index.naam) == nullptr) add(index.naam);
  }

  void add_line(std::uint32_t l) {
    const Pairing& pair = two().match.lines[l];
    if (!pair.oud) diff_.verschillen[{0, 0, VerschilKind::programmalijn_nieuw, l + 1}];
    else if (!pair.nieuw) diff_.verschillen[{0, 0, VerschilKind::programmalijn_vervallen, l + 1}];
    else add_settings({0, 0, VerschilKind::programmalijn, l + 1}, differing_line_settings(both_, pair));
  }

  void add_project(std::uint32_t p) {
    const ProjectPair& project = two().match.projects[p];
    if (!project.pair.oud) diff_.verschillen[{p + 1, 0, VerschilKind::project_nieuw}];
    else if (!project.pair.nieuw) diff_.verschillen[{p + 1, 0, VerschilKind::project_vervallen}];
    else {
      add_settings({p + 1, 0, VerschilKind::project}, differing_project_settings(both_, project.pair));
      for (std::uint32_t post = 0; post < project.posts.size(); ++post) add_post(p, post);
    }
  }

  void add_goals() {
    diff_.doelen = pair_doelen(two().oud.plan, two().nieuw.plan);
    for (std::uint32_t d = 0; d < diff_.doelen.size(); ++d) {
      const Doelpaar& pair = diff_.doelen[d];
      const VerschilKey key{0, 0, VerschilKind::doel, 0, {}, {}, d + 1};
      if (pair.oud && pair.nieuw) add_settings(key, differing_doel_settings(both_, pair));
      else diff_.verschillen[key];
    }
  }

  void add_post(std::uint32_t p, std::uint32_t at) {
    const ProjectPair& project = two().match.projects[p];
    const Pairing& pair = project.posts[at];
    if (pair.oud && pair.nieuw)
      add_settings({p + 1, at + 1, VerschilKind::post}, differing_post_settings(both_, project.pair, pair));
    else diff_.verschillen[own_verschil(two(), {p, at, {}, {}})];
  }

  PlanDiff diff_;
  BothVersions both_;
};

Money up_to(Money start, const std::vector<Money>& saldi, std::size_t year) {
  for (std::size_t y = 0; y <= year && y < saldi.size(); ++y) start += saldi[y];
  return start;
}

Money at(const std::vector<Money>& amounts, std::size_t year) {
  return year < amounts.size() ? amounts[year] : Money();
}

}  // namespace

std::optional<std::string> changed_index(const TwoPlans& two, const std::string& naam) {
  const Index *a = find_index(two.oud.plan, naam), *b = find_index(two.nieuw.plan, naam);
  if (a == nullptr || b == nullptr || same_factors(two, *a, *b)) return std::nullopt;
  const std::vector<BlendPart>* parts = same_blend(*a, *b);
  if (parts == nullptr) return naam;
  std::optional<std::string> cause;
  for (const BlendPart& part : *parts) {
    const std::optional<std::string> changed = changed_index(two, part.index.name);
    if (changed && cause && cause != changed) return naam;
    if (changed) cause = changed;
  }
  return cause ? cause : naam;
}

Money effect_on(const EffectOnTotals& effect, Figure figure, std::size_t year) {
  const Money baten = at(effect.baten, year), lasten = at(effect.lasten, year);
  if (figure == Figure::baten) return baten;
  if (figure == Figure::lasten) return lasten;
  if (figure == Figure::saldo) return baten - lasten;
  if (figure == Figure::resultaat) return at(effect.resultaat, year);
  if (figure == Figure::toevoeging || figure == Figure::onttrekking) return {};  // no sum of these is taken apart
  Money standing = up_to(effect.opening, effect.stand, year);
  if (figure == Figure::opening) standing -= at(effect.stand, year);
  return standing;
}

Money effect_on_rib(const EffectOnTotals& effect, std::size_t year) {
  return up_to(effect.rib_opening, effect.rib_saldo, year);
}

void add(const EffectOnTotals& part, EffectOnTotals& sum) {
  sum.opening += part.opening;
  sum.rib_opening += part.rib_opening;
  for (const auto years : {&EffectOnTotals::baten, &EffectOnTotals::lasten, &EffectOnTotals::stand,
                           &EffectOnTotals::resultaat, &EffectOnTotals::rib_saldo}) {
    std::vector<Money>& to = sum.*years;
    const std::vector<Money>& from = part.*years;
    to.resize(std::max(to.size(), from.size()));
    for (std::size_t y = 0; y < from.size(); ++y) to[y] += from[y];
  }
}

EffectOnTotals total_effect(const PlanDiff& diff) {
  EffectOnTotals total;
  for (const auto& [key, verschil] : diff.verschillen) add(verschil.effect, total);
  return total;
}

PlanDiff diff_plans(const Worked& oud, const Worked& nieuw) { return DiffBuilder(compare_plans(oud, nieuw)).build(); }

bool overflows(const PlanDiff& diff) {
  const std::size_t years = diff.two.common ? diff.two.common->size() : 0;
  const auto beyond = [&](const EffectOnTotals& effect) {
    for (std::size_t y = 0; y < years; ++y) {
      if (effect_on_rib(effect, y).is_overflow()) return true;
      for (const Figure figure : {Figure::baten, Figure::lasten, Figure::saldo, Figure::resultaat, Figure::eindsaldo})
        if (effect_on(effect, figure, y).is_overflow()) return true;
    }
    return false;
  };
  return std::any_of(diff.verschillen.begin(), diff.verschillen.end(),
                     [&](const auto& row) { return beyond(row.second.effect); });
}

}  // namespace saldo
