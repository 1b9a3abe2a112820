#include "calc/kenmerken/kenmerken.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/text.h"

namespace saldo {

namespace {

struct InOrder {
  bool operator()(const std::string& a, const std::string& b) const {
    if (a.empty() != b.empty()) return b.empty();
    return natural_less(a, b);
  }
};

std::string waarde_of(const Plan& plan, const Project& project, const Post& post, std::string_view sleutel) {
  const Kenmerk* found = plan.kenmerk_of(project, post, sleutel);
  return found == nullptr ? "" : found->waarde;
}

}  // namespace

PostSelection posts_with(const Plan& plan, const std::vector<Where>& all) {
  PostSelection posts(plan.post_count, true);
  for (const Project& project : plan.projects)
    for (std::size_t post = 0; post < project.posts.size(); ++post)
      posts[project.first_post + post] = std::all_of(all.begin(), all.end(), [&](const Where& where) {
        return waarde_of(plan, project, project.posts[post], where.sleutel) == where.waarde;
      });
  return posts;
}

Amounts amounts_of(const Plan& plan, const Amounts& amounts, const PostSelection& posts) {
  Amounts chosen(plan);
  for (std::uint64_t cell = 0; cell < amounts.size(); ++cell)
    if (posts[cell / amounts.years() / 2]) chosen.set(static_cast<CellId>(cell), amounts[static_cast<CellId>(cell)]);
  return chosen;
}

std::vector<KenmerkSums> sums_by_kenmerk(const Plan& plan, const Amounts& amounts, const Selection& projects,
                                         std::string_view sleutel) {
  std::map<std::string, std::vector<BothSides<Amount>>, InOrder> sums;
  plan.for_each_side([&](std::size_t p, std::size_t post, Direction direction) {
    const Project& project = plan.projects[p];
    if (!projects[p]) return;
    auto& years = sums[waarde_of(plan, project, project.posts[post], sleutel)];
    years.resize(plan.years.size());
    for (std::size_t y = 0; y < years.size(); ++y) years[y][direction] += amounts.at(project, post, direction, y);
  });
  std::vector<KenmerkSums> found;
  for (auto& [waarde, years] : sums) {
    const auto is_empty = [](const BothSides<Amount>& year) {
      return year.baten.is_absent() && year.lasten.is_absent();
    };
    if (!std::all_of(years.begin(), years.end(), is_empty)) found.push_back({waarde, std::move(years)});
  }
  return found;
}

std::vector<std::string_view> kenmerken_in(const Plan& plan) {
  std::set<std::string_view> keys;
  const auto add = [&keys](const Kenmerken& kenmerken) {
    if (kenmerken.all != nullptr)
      for (const Kenmerk& one : *kenmerken.all) keys.insert(one.sleutel);
  };
  for (const Programmalijn& line : plan.lines) add(line.kenmerken);
  for (const Project& project : plan.projects) {
    add(project.more->kenmerken);
    for (const Post& post : project.posts) add(post.more->kenmerken);
  }
  return {keys.begin(), keys.end()};
}

}  // namespace saldo
