#include "calc/wijziging/stap/followed_balances.h"

#include <map>
#include <utility>

namespace saldo {

namespace {

std::size_t place_of(Figure figure) {
  switch (figure) {
    case Figure::baten: return 0;
    case Figure::lasten: return 1;
    case Figure::toevoeging: return 2;
    case Figure::onttrekking:
    case Figure::opening:
    case Figure::saldo:
    case Figure::eindsaldo:
    case Figure::resultaat: break;
  }
  return 3;
}

void show(const std::array<RunningSum, 4>& sums, YearFigures& year) {
  year.baten = sums[0].amount();
  year.lasten = sums[1].amount();
  year.toevoeging = sums[2].amount();
  year.onttrekking = sums[3].amount();
}

}  // namespace

bool same_figures(const Balance& a, const Balance& b) {
  for (std::size_t y = 0; y < a.years.size(); ++y) {
    const YearFigures &one = a.years[y], &other = b.years[y];
    if (one.baten != other.baten || one.lasten != other.lasten || one.eindsaldo != other.eindsaldo ||
        one.toevoeging != other.toevoeging || one.onttrekking != other.onttrekking)
      return false;
  }
  return a.opening == b.opening;
}

FollowedBalances::FollowedBalances(const Plan& plan, const Amounts& amounts, std::vector<Balance> projects,
                                   Balance total)
    : plan_(plan),
      projects_(std::move(projects)),
      total_(std::move(total)),
      sums_(plan.projects.size(), Years(plan.years.size())),
      total_sums_(plan.years.size()) {
  plan.for_each_side([&](std::size_t project, std::size_t post, Direction direction) {
    for (std::size_t y = 0; y < plan.years.size(); ++y)
      count({project, post, direction, y}, Amount(), amounts.at(plan.projects[project], post, direction, y));
  });
}

// What a reserve gets and gives is no baten or lasten of the plan.
void FollowedBalances::count(const AmountOf& cell, Amount was, Amount is) {
  const Project& project = plan_.projects[cell.project];
  const CountsAs as = counts_as(plan_, project, cell.post, cell.direction);
  const auto move = [&](Years& sums, Figure figure) {
    RunningSum& sum = sums[cell.year][place_of(figure)];
    sum.take(was);
    sum.add(is);
  };
  move(sums_[cell.project], as.figure);
  if (as.also) move(sums_[cell.project], *as.also);
  if (!project.is_reserve()) move(total_sums_, as.figure);
  if (as.also) move(total_sums_, *as.also);
}

void FollowedBalances::run_on_from(std::size_t project, const Balance& was) {
  Balance& is = projects_[project];
  is.opening = plan_.projects[project].opening();
  for (std::size_t y = 0; y < is.years.size(); ++y) show(sums_[project][y], is.years[y]);
  run_on(is);
  total_.opening += is.opening - was.opening;
  for (std::size_t y = 0; y < is.years.size(); ++y)
    total_.years[y].eindsaldo += is.years[y].eindsaldo - was.years[y].eindsaldo;
}

std::vector<std::pair<std::size_t, Balance>> FollowedBalances::follow(std::span<const FollowedCell> cells,
                                                                      std::span<const std::size_t> openings) {
  std::map<std::size_t, Balance> moved;
  for (const std::size_t project : openings) moved.try_emplace(project, projects_[project]);
  for (const FollowedCell& at : cells) {
    moved.try_emplace(at.cell.project, projects_[at.cell.project]);
    count(at.cell, at.was, at.is);
  }
  for (const auto& [project, was] : moved) run_on_from(project, was);
  for (std::size_t y = 0; y < total_sums_.size(); ++y) show(total_sums_[y], total_.years[y]);
  std::erase_if(moved, [this](const auto& project) { return same_figures(project.second, projects_[project.first]); });
  return {std::make_move_iterator(moved.begin()), std::make_move_iterator(moved.end())};
}

}  // namespace saldo
