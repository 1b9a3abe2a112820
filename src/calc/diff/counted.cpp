#include "calc/diff/counted.h"

#include <algorithm>

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

}  // namespace

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
