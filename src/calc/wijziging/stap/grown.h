// Posts that come at the end of a project: where nothing else follows from them, they are worked out by themselves.
#pragma once

#include <cstddef>

#include "calc/balances.h"
#include "plan/model.h"

namespace saldo {

// Whether the posts from `first` on follow from no other post, and no other follows from them. Of a plan without kinds, in
// which nothing names the project.
bool stand_apart(const Project& project, std::size_t first);

// The project as if it had only those, and begins with nothing.
Project with_only(const Project& project, std::size_t first);

// What it comes to with these beside what it came to without them.
Balance added_up(Balance without, const Balance& only);

}  // namespace saldo
