#include "calc/carryover/carryover.h"

#include <algorithm>

namespace saldo {

namespace {

// Both sides of a post count for the RIB: baten as they are, lasten as their negative.
Amount effect(const Worked& worked, const Project& rib, std::size_t post, Direction direction, std::size_t year) {
  const Amount amount = worked.amounts.at(rib, post, direction, year);
  return in_saldo(amount, direction);
}

void add_own_posts(const Worked& worked, const Project& rib, Carryover& carryover) {
  rib.for_each_side([&](std::size_t post, Direction direction) {
    if (rib.find_leg(post, direction) != nullptr) return;
    std::vector<Amount>& sum = rib.posts[post].structureel ? carryover.structureel : carryover.overig;
    for (std::size_t y = 0; y < sum.size(); ++y) sum[y] += effect(worked, rib, post, direction, y);
  });
}

std::vector<Movement> joined_by_counterpart(std::vector<Movement> movements) {
  std::stable_sort(movements.begin(), movements.end(),
                   [](const Movement& a, const Movement& b) { return a.counterpart < b.counterpart; });
  std::vector<Movement> joined;
  for (Movement& movement : movements) {
    if (joined.empty() || joined.back().counterpart != movement.counterpart) {
      joined.push_back(std::move(movement));
      continue;
    }
    for (std::size_t y = 0; y < movement.bedrag.size(); ++y) joined.back().bedrag[y] += movement.bedrag[y];
  }
  std::erase_if(joined, [](const Movement& movement) {
    return std::all_of(movement.bedrag.begin(), movement.bedrag.end(), [](Amount a) { return a.is_absent(); });
  });
  return joined;
}

bool is_taken(Direction direction, Amount effect) {
  return direction == Direction::lasten || (effect.is_money() && effect.counted() < Money());
}

// What other projects take, or what they bring. A deficit that is received as less than nothing is taken.
std::vector<Movement> movements(const Worked& worked, const Project& rib, bool taken) {
  std::vector<Movement> all;
  for (const Leg& leg : rib.legs) {
    all.push_back({*leg.other.id, {}});
    for (std::size_t y = 0; y < worked.plan.years.size(); ++y) {
      const Amount amount = effect(worked, rib, leg.post, leg.direction, y);
      all.back().bedrag.push_back(is_taken(leg.direction, amount) == taken ? amount : Amount());
    }
  }
  return joined_by_counterpart(std::move(all));
}

}  // namespace

Amount open_amount(const Carryover& carryover, OpenKind kind) {
  Amount sum;
  for (const OpenEnd& open : carryover.open)
    if (open.kind == kind) sum += open.bedrag;
  return sum;
}

Money settled_stand(const Carryover& carryover, OpenKind kind) {
  Money stand = carryover.stand.back();
  for (const OpenEnd& open : carryover.open)
    if (open.kind == kind) stand += open.effect;
  return stand;
}

std::vector<ProjectId> funds_of(const Plan& plan) {
  std::vector<ProjectId> funds;
  for (std::size_t p = 0; p < plan.projects.size(); ++p)
    if (plan.is_fund(static_cast<ProjectId>(p))) funds.push_back(static_cast<ProjectId>(p));
  return funds;
}

Balance add_up_funds(const Plan& plan, const Balances& balances) {
  Balance sum{{}, std::vector<YearFigures>(plan.years.size()), Soort::reserve};
  for (const ProjectId fund : funds_of(plan)) {
    const Balance& balance = balances.projects[position(fund)];
    sum.opening += balance.opening;
    for (std::size_t y = 0; y < sum.years.size(); ++y) {
      sum.years[y].baten += balance.years[y].baten;
      sum.years[y].lasten += balance.years[y].lasten;
      sum.years[y].eindsaldo += balance.years[y].eindsaldo;
    }
  }
  return sum;
}

std::vector<FundLine> fund_lines(const Carryover& carryover) {
  std::vector<FundLine> lines;
  const auto add_if_any = [&lines](FundLine::Of of, const std::vector<Amount>& bedrag, ProjectId counterpart = {}) {
    const bool any = std::any_of(bedrag.begin(), bedrag.end(), [](Amount amount) { return !amount.is_absent(); });
    if (any) lines.push_back({of, counterpart, bedrag});
  };
  const std::vector<Amount> stand(carryover.stand.begin(), carryover.stand.end());
  std::vector<Amount> opening{Amount(carryover.opening)};
  opening.insert(opening.end(), stand.begin(), stand.end() - 1);
  lines.push_back({FundLine::Of::opening, {}, std::move(opening)});
  for (const Movement& movement : carryover.vrijval)
    add_if_any(FundLine::Of::vrijval, movement.bedrag, movement.counterpart);
  add_if_any(FundLine::Of::structureel, carryover.structureel);
  add_if_any(FundLine::Of::overig, carryover.overig);
  for (const Movement& movement : carryover.onttrekkingen)
    add_if_any(FundLine::Of::onttrekking, movement.bedrag, movement.counterpart);
  lines.push_back({FundLine::Of::stand, {}, stand});
  return lines;
}

Carryover work_out_carryover(const Worked& worked, const std::vector<Overdracht>& overdrachten,
                             std::optional<ProjectId> fund) {
  const ProjectId id = fund ? *fund : *worked.plan.investeringsbudget->id;
  const Project& rib = worked.plan.project(id);
  const Balance& balance = worked.balances.projects[position(id)];
  Carryover carryover;
  carryover.project = id;
  carryover.opening = balance.opening;
  carryover.structureel.resize(worked.plan.years.size());
  carryover.overig.resize(worked.plan.years.size());
  for (const YearFigures& year : balance.years) carryover.stand.push_back(year.eindsaldo);
  add_own_posts(worked, rib, carryover);
  carryover.vrijval = movements(worked, rib, false);
  carryover.onttrekkingen = movements(worked, rib, true);
  carryover.open = find_open_ends(worked, overdrachten, id);
  return carryover;
}

}  // namespace saldo
