#include "calc/kenmerken/structureel.h"

namespace saldo {

namespace {

bool has_amount(const Amounts& amounts, const Project& project, std::size_t post, std::size_t first, std::size_t end) {
  for (const Direction direction : both_directions)
    for (std::size_t y = first; y < end; ++y)
      if (!amounts.at(project, post, direction, y).is_absent()) return true;
  return false;
}

}  // namespace

Aard aard_of(const Post& post) {
  if (post.structureel) return Aard::structureel;
  const bool is_of_restant = post.automatic && (!post.baten.empty() || !post.lasten.empty());
  return post.says_structureel || is_of_restant ? Aard::incidenteel : Aard::onbekend;
}

PostSelection posts_of(const Plan& plan, Aard aard) {
  PostSelection posts(plan.post_count);
  for (const Project& project : plan.projects)
    for (std::size_t post = 0; post < project.posts.size(); ++post)
      posts[project.first_post + post] = aard_of(project.posts[post]) == aard;
  return posts;
}

std::size_t count_with_amounts(const Plan& plan, const Amounts& amounts, const Selection& projects, Years years) {
  const std::size_t first = plan.years.index(years.first);
  std::size_t count = 0;
  for (std::size_t p = 0; p < plan.projects.size(); ++p)
    for (std::size_t post = 0; projects[p] && post < plan.projects[p].posts.size(); ++post)
      if (has_amount(amounts, plan.projects[p], post, first, first + years.size())) ++count;
  return count;
}

bool StructuralYear::is_certain() const {
  const Money turned = is_covered() ? saldo() - unmarked_lasten : saldo() + unmarked_baten;
  return (in_units(turned, one_euro) >= 0) == is_covered();
}

std::vector<StructuralYear> structural_years(const Plan& plan, const Amounts& amounts) {
  std::vector<StructuralYear> years(plan.years.size());
  for (const Project& project : plan.projects)
    for (std::size_t post = 0; post < project.posts.size(); ++post) {
      const Aard aard = aard_of(project.posts[post]);
      if (aard == Aard::incidenteel) continue;
      const bool says = aard == Aard::structureel;
      // What a reserve gets by a post of its own is a toevoeging, which has to be covered, and what it gives covers.
      const bool turned = project.is_reserve();
      for (std::size_t y = 0; y < years.size(); ++y) {
        StructuralYear& of = years[y];
        const Money baten = amounts.at(project, post, Direction::baten, y).counted();
        const Money lasten = amounts.at(project, post, Direction::lasten, y).counted();
        (says ? of.baten : of.unmarked_baten) += turned ? lasten : baten;
        (says ? of.lasten : of.unmarked_lasten) += turned ? baten : lasten;
      }
    }
  return years;
}

}  // namespace saldo
