// What stands beside the posts of a project: the legs of their overdrachten, and what is not sure of them.
#pragma once

#include <cstdint>

#include "plan/model.h"

namespace saldo {

// The other side of the overdracht of a post: written over the one it has, or new.
void set_leg(Project& project, std::uint32_t post, Direction direction, const Reference<ProjectId>& other,
             std::int16_t vertraging);

// Nothing where all is sure.
const Onzekerheid* find_onzekerheid(const Project& project, std::uint32_t post);

// Made where there is nothing yet.
Onzekerheid& onzekerheid_of(Project& project, std::uint32_t post);

}  // namespace saldo
