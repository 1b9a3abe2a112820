// [[negeer]] and the names of posts in findings. Looked up without searching: a plan may have as many of both as it has posts.
#pragma once

#include "base/finding/diagnostic.h"
#include "plan/model.h"

namespace saldo {

// A finding tells a post by its nr, which may be no more than its place: then by its naam as well.
void name_posts(const Plan& plan, Findings& findings);

// Takes out what a [[negeer]] of the plan sets aside, and adds a finding for each that matched nothing.
void drop_ignored(const Plan& plan, Findings& findings);

}  // namespace saldo
