// What a plan has no amount for yet, or no use: PM, posts without amounts, lines without projects, indexes without posts.
#pragma once

#include "base/diagnostic.h"
#include "calc/check/checks.h"

namespace saldo {

// One finding per post, with its years. A PM that follows from another post is told there.
void check_open_pm(const CheckInput& input, Findings& findings);

// Posts with nothing written for them, no year and no rule.
void check_empty_posts(const CheckInput& input, Findings& findings);

// Lines with no project and no line under them; not in a plan that has no projects at all yet.
void check_empty_lines(const CheckInput& input, Findings& findings);

// Indexes that no post names, directly or as a part of a blend.
void check_unused_indexes(const CheckInput& input, Findings& findings);

}  // namespace saldo
