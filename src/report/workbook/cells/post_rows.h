// Which row of the sheet Posten each side of a post has. Private to this room.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "calc/cells.h"
#include "plan/model.h"

namespace saldo {

// The rows of a project stand together by what they are, lasten first: every sum is of rows next to each other. A mutatie
// is what goes to a reserve or comes from one; of a reserve, what another project pays or takes.
enum class PostBlock : std::uint8_t { lasten, lasten_mutatie, baten, baten_mutatie };
inline constexpr std::size_t post_blocks = 4;

// Rows first until last, which is not one of them.
struct RowRun {
  std::size_t first = 0, last = 0;
  bool empty() const { return first == last; }
};

struct PostRow {
  std::size_t project = 0, post = 0;
  Direction direction{};
  PostBlock block{};
};

class PostRows {
 public:
  PostRows() = default;
  // `projects` in the order of the sheet; a side without any amount has no row.
  PostRows(const Plan& plan, const Amounts& amounts, const std::vector<std::size_t>& projects);

  static constexpr std::size_t first_row = 3;  // below title, note and heads
  const std::vector<PostRow>& rows() const { return rows_; }
  std::size_t end() const { return first_row + rows_.size(); }

  // None: nothing ever stands on it.
  std::optional<std::size_t> row_of(const Project& project, std::size_t post, Direction direction) const;
  RowRun block(std::size_t project, PostBlock block) const { return blocks_[project][static_cast<std::size_t>(block)]; }
  RowRun side(std::size_t project, Direction direction) const;
  // What the project adds to the lasten or baten of the plan, and to its toevoegingen (lasten) or onttrekkingen (baten).
  RowRun own(const Plan& plan, std::size_t project, Direction direction) const;
  RowRun mutaties(const Plan& plan, std::size_t project, Direction direction) const;

 private:
  static constexpr std::uint32_t no_row = UINT32_MAX;

  std::vector<PostRow> rows_;
  std::vector<std::uint32_t> row_of_;  // by side_number
  std::vector<std::array<RowRun, post_blocks>> blocks_;
};

}  // namespace saldo
