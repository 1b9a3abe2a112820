// Posts and projects that a change takes out of a joined plan or adds to it: what points at them moves along.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/finding/diagnostic.h"
#include "plan/change.h"
#include "plan/posts_by_name.h"

namespace saldo {

// The post at `position` leaves its project, and its overdrachten and its place under percentages with it.
void drop_post(Project& project, std::uint32_t position);

// The posts that an `over` names, as they stand in the project now.
SlimList<PostRange> find_over(const Project& project, const std::vector<OverName>& names, Findings& findings);

// At the end of the project; its number is its place when it has none. `posts` knows those of the project.
void add_post(Project& project, PostsByName& posts, const PostDraft& draft, Findings& findings);

}  // namespace saldo
