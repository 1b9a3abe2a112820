#include "calc/koppen.h"

#include <algorithm>
#include <iterator>
#include <span>
#include <string_view>
#include <unordered_map>

namespace saldo {

std::vector<UnderKop> by_kop(const Project& project) {
  std::vector<UnderKop> all;
  std::unordered_map<std::string_view, std::size_t> at;
  for (std::size_t post = 0; post < project.posts.size(); ++post) {
    const std::string_view kop = project.posts[post].more->kop;
    const auto [found, is_new] = at.try_emplace(kop, all.size());
    if (is_new || kop.empty()) all.push_back({kop, {post}});
    else all[found->second].posts.push_back(post);
  }
  return all;
}

Amount sum_of(const Amounts& amounts, const Project& project, const std::vector<std::size_t>& posts,
              Direction direction, std::size_t year) {
  Amount sum;
  for (const std::size_t post : posts) sum += amounts.at(project, post, direction, year);
  return sum;
}

YearFigures figures_of(const Plan& plan, const Amounts& amounts, const Project& project,
                       const std::vector<std::size_t>& posts, std::size_t year) {
  YearFigures figures;
  for (const std::size_t post : posts) {
    const bool to_reserve = plan.is_mutatie(project, post, Direction::lasten);
    const bool from_reserve = plan.is_mutatie(project, post, Direction::baten);
    (from_reserve ? figures.onttrekking : figures.baten) += amounts.at(project, post, Direction::baten, year);
    (to_reserve ? figures.toevoeging : figures.lasten) += amounts.at(project, post, Direction::lasten, year);
  }
  return figures;
}

bool has_mutatie(const Plan& plan, const Project& project, std::size_t post) {
  return plan.is_mutatie(project, post, Direction::baten) || plan.is_mutatie(project, post, Direction::lasten);
}

bool follows_others(const Project& project, std::size_t post) {
  if (!project.is_reserve() || !project.posts[post].automatic) return false;
  return std::any_of(std::begin(both_directions), std::end(both_directions),
                     [&](Direction direction) { return project.find_leg(post, direction) != nullptr; });
}

bool is_open(const Plan& plan, const Amounts& amounts, Years years, const Project& project, std::size_t post) {
  const auto has_pm = [&](Direction direction) {
    const std::span<const Amount> all = amounts.of(project, post, direction);
    if (all.empty()) return false;
    const auto asked = all.subspan(plan.years.index(years.first), years.size());
    return std::any_of(asked.begin(), asked.end(), [](Amount amount) { return amount.is_pm(); });
  };
  return (has_pm(Direction::baten) || has_pm(Direction::lasten)) && !follows_others(project, post);
}

bool is_only_mutatie(const Plan& plan, const Project& project, std::size_t post) {
  for (const Direction direction : both_directions)
    if (!plan.is_mutatie(project, post, direction) && !project.posts[post].side(direction).empty()) return false;
  return has_mutatie(plan, project, post);
}

}  // namespace saldo
