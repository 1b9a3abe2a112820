#include "calc/koppen.h"

#include <string_view>
#include <unordered_map>

namespace saldo {

std::vector<UnderKop> by_kop(const Project& project) {
  std::vector<UnderKop> all;
  std::unordered_map<std::string_view, std::size_t> at;
  for (std::size_t post = 0; post < project.posts.size(); ++post) {
    const std::string_view kop = project.posts[post].kop;
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

YearFigures figures_of(const Amounts& amounts, const Project& project, const std::vector<std::size_t>& posts,
                       std::size_t year) {
  return {sum_of(amounts, project, posts, Direction::baten, year),
          sum_of(amounts, project, posts, Direction::lasten, year),
          {}};
}

}  // namespace saldo
