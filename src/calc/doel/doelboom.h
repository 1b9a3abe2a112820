// The goals of a plan as a tree: what is under what, and to which project and programmalijnen each belongs.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "plan/model.h"

namespace saldo {

// Each vector is by DoelId, but for the last.
struct Doelboom {
  std::vector<std::vector<DoelId>> under;          // in the order of the files
  std::vector<std::size_t> levels;                 // 0 at the top
  std::vector<std::optional<ProjectId>> projects;  // its own, else that of what it is under
  std::vector<std::vector<LineId>> lines;  // its own, else those of its project, else of the projects whose money
                                           // serves it, else of what it is under, else of what is under it
  std::vector<DoelId> order;               // every goal right after what it is under and what is before it there
};

Doelboom make_doelboom(const Plan& plan);

std::optional<DoelId> find_doel(const Plan& plan, std::string_view id);

}  // namespace saldo
