#include "calc/diff/effects.h"

#include <algorithm>

#include "calc/diff/division.h"
#include "calc/diff/written.h"
#include "calc/walk.h"

namespace saldo {

namespace {

// Zero, the money or its negative.
Money times(int sign, Money money) {
  if (sign == 0) return {};
  return sign < 0 ? -money : money;
}

void add(std::vector<Money>& sums, std::size_t year, Money money) {
  if (money == Money()) return;
  sums.resize(std::max(sums.size(), year + 1));
  sums[year] += money;
}

class EffectFinder {
 public:
  explicit EffectFinder(PlanDiff& diff)
      : diff_(diff),
        two_(diff.two),
        years_(*diff.two.common),
        causes_(diff.verschillen),
        graph_(diff.two),
        division_(two_, graph_, differences_, causes_) {}

  void run() {
    const bool soorten = two_.oud.plan.has_soorten() || two_.nieuw.plan.has_soorten();
    for (std::uint32_t p = 0; p < two_.match.projects.size(); ++p) {
      find_opening(p);
      find_differences(p);
      if (soorten) find_recounted(p);
    }
    divide();
    for (const Difference& difference : differences_.cells)
      for (const Share& share : difference.shares) book(difference.cell, share);
  }

 private:
  Money opening(const Worked& version, const std::optional<std::uint32_t>& at) const {
    if (!at) return {};
    return version.balances.projects[*at].opening_of(version.plan.years.index(years_.first));
  }

  void find_opening(std::uint32_t p) {
    const Pairing& pair = two_.match.projects[p].pair;
    const Money difference = opening(two_.nieuw, pair.nieuw) - opening(two_.oud, pair.oud);
    if (difference == Money()) return;
    const VerschilKind kind = !pair.oud ? VerschilKind::project_nieuw
                                        : (pair.nieuw ? VerschilKind::opening : VerschilKind::project_vervallen);
    const std::uint32_t cause = causes_.number({p + 1, 0, kind});
    EffectOnTotals& effect = causes_[cause].effect;
    effect.opening += difference;
    if (diff_.rib == p) effect.rib_opening += difference;
    differences_.openings[p] = {{cause, difference}};
    diff_.on_openings.push_back({p, causes_.key(cause), difference});
  }

  void find_differences(std::uint32_t p) {
    for_each_paired_cell(two_, p, [&](const PairedCell& cell) {
      const Money money = (amount_in(two_, cell, false) - amount_in(two_, cell, true)).counted();
      if (money != Money()) differences_.cells.push_back({cell, graph_.number(cell), money});
    });
  }

  // What counts for other totals, as the project is something else: that is what it was changed to, whatever its amounts.
  void find_recounted(std::uint32_t p) {
    const Pairing& pair = two_.match.projects[p].pair;
    if (!pair.oud || !pair.nieuw) return;
    EffectOnTotals recounted;
    for_each_paired_cell(two_, p, [&](const PairedCell& cell) {
      const Pairing& post = two_.pair(cell);
      if (!post.oud || !post.nieuw) return;
      const Counted before = counted_in_version(two_, cell, true), after = counted_in_version(two_, cell, false);
      if (before == after) return;
      const Money money = amount_in(two_, cell, true).counted();
      const std::size_t year = years_.index(cell.year);
      count(after, cell.direction, year, money, recounted);
      count(before, cell.direction, year, -money, recounted);
    });
    if (recounted.stand.empty() && recounted.baten.empty() && recounted.lasten.empty() && recounted.resultaat.empty())
      return;
    const std::uint32_t cause = causes_.number({p + 1, 0, VerschilKind::project});
    add(recounted, causes_[cause].effect);
    diff_.on_counting.push_back({p, causes_.key(cause), std::move(recounted)});
  }

  // Along the graph of both plans. A circle in it is none of either plan: what closes it takes its difference as its own.
  void divide() {
    Walk walk(differences_.cells.size());
    for (std::size_t i = 0; i < differences_.cells.size(); ++i)
      walk.in_order(
          i,
          [this](std::size_t at, auto visit) {
            for (const PairedInput& input : graph_.inputs(differences_.cells[at].cell))
              if (const auto need = division_.find(input.cell)) visit(*need);
          },
          [this](std::size_t at) { differences_.cells[at].shares = division_.shares_of(differences_.cells[at]); },
          [](const std::vector<std::size_t>&) {});
  }

  void book(const PairedCell& cell, const Share& share) {
    diff_.on_cells.push_back({cell, causes_.key(share.verschil), share.money});
    EffectOnTotals& effect = causes_[share.verschil].effect;
    count(counted_in(two_, cell), cell.direction, years_.index(cell.year), share.money, effect);
    if (diff_.rib != cell.project) return;
    effect.rib_saldo.resize(years_.size());
    effect.rib_saldo[years_.index(cell.year)] += in_saldo(share.money, cell.direction);
  }

  PlanDiff& diff_;
  const TwoPlans& two_;
  Years years_;
  CauseList causes_;
  PairedGraph graph_;
  Differences differences_;
  Division division_;
};

}  // namespace

void find_effects(PlanDiff& diff) {
  if (!diff.two.common) return;
  find_written(diff);
  EffectFinder(diff).run();
}

Counted counted_in_version(const TwoPlans& two, const PairedCell& cell, bool is_old, bool of_project) {
  const Worked& version = is_old ? two.oud : two.nieuw;
  const Project& project = *find_project(version, two.match.projects[cell.project].pair, is_old);
  const Pairing& pair = two.pair(cell);
  const std::uint32_t post = is_old ? *pair.oud : *pair.nieuw;
  const Leg* leg = project.find_leg(post, cell.direction);
  if (project.is_reserve()) {
    const bool own = leg == nullptr || version.plan.project(*leg->other.id).is_reserve();
    return {of_project ? 1 : 0, 1, own ? -1 : 0};
  }
  const bool is_mutatie = version.plan.is_mutatie(project, post, cell.direction);
  return {is_mutatie ? 0 : 1, project.is_exploitatie() ? 0 : 1, 1};
}

Counted counted_in(const TwoPlans& two, const PairedCell& cell, bool of_project) {
  return counted_in_version(two, cell, !two.pair(cell).nieuw.has_value(), of_project);
}

void count(const Counted& counted, Direction direction, std::size_t year, Money money, EffectOnTotals& effect) {
  add(direction == Direction::baten ? effect.baten : effect.lasten, year, times(counted.side, money));
  add(effect.stand, year, times(counted.stand, in_saldo(money, direction)));
  add(effect.resultaat, year, times(counted.resultaat, in_saldo(money, direction)));
}

}  // namespace saldo
