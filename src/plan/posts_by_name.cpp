#include "plan/posts_by_name.h"

namespace saldo {

std::span<const std::size_t> PostsByName::find(const Project& project, std::string_view nr_or_naam) {
  const auto nr = find_nr(project, nr_or_naam);
  return nr.empty() ? find_naam(project, nr_or_naam) : nr;
}

std::span<const std::size_t> PostsByName::find_lasting(const Project& project, std::string_view nr_or_naam) {
  const auto nr = find_nr(project, nr_or_naam);
  return nr.empty() || !project.posts[nr.front()].own_nr ? find_naam(project, nr_or_naam) : nr;
}

std::span<const std::size_t> PostsByName::find_nr(const Project& project, std::string_view nr) {
  const auto& by_nr = listed(project).by_nr;
  const auto found = by_nr.find(std::string(nr));
  if (found == by_nr.end()) return {};
  return {&found->second, 1};
}

std::span<const std::size_t> PostsByName::find_naam(const Project& project, std::string_view naam) {
  const auto& by_naam = listed(project).by_naam;
  const auto found = by_naam.find(std::string(naam));
  if (found == by_naam.end()) return {};
  return found->second;
}

const PostsByName::Listed& PostsByName::listed(const Project& project) {
  const auto [found, is_new] = listed_.try_emplace(project.nr);
  Listed& listed = found->second;
  if (!is_new) return listed;
  for (std::size_t i = 0; i < project.posts.size(); ++i) list(project, i, listed);
  return listed;
}

void PostsByName::add_last(const Project& project) {
  const auto found = listed_.find(project.nr);
  if (found != listed_.end()) list(project, project.posts.size() - 1, found->second);
}

void PostsByName::list(const Project& project, std::size_t post, Listed& listed) {
  listed.by_nr.try_emplace(project.posts[post].nr, post);
  listed.by_naam[project.posts[post].naam].push_back(post);
}

std::vector<PostName> lasting_names(const Project& project) {
  std::unordered_map<std::string_view, std::size_t> times;
  for (const Post& post : project.posts) ++times[post.naam];
  std::vector<PostName> names;
  for (const Post& post : project.posts) {
    const bool by_naam = !post.own_nr && !post.naam.empty() && times[post.naam] == 1;
    names.push_back({by_naam ? post.naam : post.nr, by_naam});
  }
  return names;
}

}  // namespace saldo
