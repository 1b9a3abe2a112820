#include "report/workbook/cells/post_rows.h"

#include <algorithm>

#include "report/figures.h"

namespace saldo {

namespace {

// What a reserve gets or gives because another project says so, or what a project gives a reserve and takes from it.
bool is_second(const Plan& plan, const Project& project, std::size_t post, Direction direction) {
  if (!project.is_reserve()) return plan.is_mutatie(project, post, direction);
  const Leg* leg = project.find_leg(post, direction);
  return leg != nullptr && !plan.project(*leg->other.id).is_reserve();
}

bool has_any(const Plan& plan, const Amounts& amounts, const Project& project, std::size_t post, Direction direction) {
  if (!project.posts[post].side(direction).empty()) return true;
  for (std::size_t year = 0; year < plan.years.size(); ++year)
    if (!amounts.at(project, post, direction, year).is_absent()) return true;
  return false;
}

}  // namespace

PostRows::PostRows(const Plan& plan, const Amounts& amounts, const std::vector<std::size_t>& projects)
    : row_of_(2 * plan.post_count, no_row), blocks_(plan.projects.size()) {
  for (const std::size_t at : projects) {
    const Project& project = plan.projects[at];
    for (std::size_t b = 0; b < post_blocks; ++b) {
      const auto block = static_cast<PostBlock>(b);
      const Direction direction = block < PostBlock::baten ? Direction::lasten : Direction::baten;
      const bool second = block == PostBlock::lasten_mutatie || block == PostBlock::baten_mutatie;
      blocks_[at][b].first = end();
      for (std::size_t post = 0; post < project.posts.size(); ++post) {
        if (is_second(plan, project, post, direction) != second) continue;
        if (!has_any(plan, amounts, project, post, direction)) continue;
        row_of_[side_number(project.first_post + post, direction)] = static_cast<std::uint32_t>(end());
        rows_.push_back({at, post, direction, block});
      }
      blocks_[at][b].last = end();
    }
  }
}

std::optional<std::size_t> PostRows::row_of(const Project& project, std::size_t post, Direction direction) const {
  const std::uint32_t row = row_of_[side_number(project.first_post + post, direction)];
  return row == no_row ? std::nullopt : std::optional<std::size_t>(row);
}

RowRun PostRows::side(std::size_t project, Direction direction) const {
  const bool baten = direction == Direction::baten;
  return {block(project, baten ? PostBlock::baten : PostBlock::lasten).first,
          block(project, baten ? PostBlock::baten_mutatie : PostBlock::lasten_mutatie).last};
}

RowRun PostRows::own(const Plan& plan, std::size_t project, Direction direction) const {
  if (plan.projects[project].is_reserve()) return {};
  return block(project, direction == Direction::baten ? PostBlock::baten : PostBlock::lasten);
}

RowRun PostRows::mutaties(const Plan& plan, std::size_t project, Direction direction) const {
  const bool baten = direction == Direction::baten;
  // What a reserve adds by a post of its own is a toevoeging of the plan.
  if (plan.projects[project].is_reserve()) return block(project, baten ? PostBlock::lasten : PostBlock::baten);
  return block(project, baten ? PostBlock::baten_mutatie : PostBlock::lasten_mutatie);
}

}  // namespace saldo
