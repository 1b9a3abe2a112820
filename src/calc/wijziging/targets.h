// What the names in a change mean in a joined plan, and what is told when they mean nothing, or more than one thing.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "base/finding/diagnostic.h"
#include "calc/wijziging/changing.h"
#include "plan/change.h"

namespace saldo {

// Each tells why there is nothing; when an earlier change dropped it, that change. `dropping` again is no mistake.
std::optional<std::size_t> find_project(ChangingPlan& changing, const Named& name, bool dropping);
// By nr, else by naam.
std::optional<std::size_t> find_post(ChangingPlan& changing, const Project& project, const Named& name, bool dropping);
std::optional<std::size_t> find_line(const Plan& plan, const Named& name, Findings& findings);
std::optional<std::size_t> find_index(const Plan& plan, const Named& name, Findings& findings);

// The line and those under it.
std::vector<std::size_t> lines_under(const Plan& plan, std::size_t line);

// The projects of any of these lines.
std::vector<std::size_t> projects_in(const Plan& plan, const std::vector<std::size_t>& lines);

}  // namespace saldo
