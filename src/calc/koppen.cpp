#include "calc/koppen.h"

#include <algorithm>

namespace saldo {

std::vector<UnderKop> by_kop(const Project& project) {
  std::vector<UnderKop> all;
  for (std::size_t post = 0; post < project.posts.size(); ++post) {
    const std::string_view kop = project.posts[post].kop;
    const auto same =
        kop.empty() ? all.end()
                    : std::find_if(all.begin(), all.end(), [kop](const UnderKop& under) { return under.kop == kop; });
    if (same != all.end()) same->posts.push_back(post);
    else all.push_back({kop, {post}});
  }
  return all;
}

Amount sum_of(const Amounts& amounts, const Project& project, const std::vector<std::size_t>& posts,
              Direction direction, std::size_t year) {
  Amount sum;
  for (const std::size_t post : posts) sum += amounts.at(project, post, direction, year);
  return sum;
}

}  // namespace saldo
