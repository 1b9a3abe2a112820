// What posts ask of themselves and of each other, however they came into the plan: read from a file or changed since.
#pragma once

#include "base/finding/diagnostic.h"
#include "plan/model.h"

namespace saldo {

// An amount "onderbouwing" needs lines to take it from.
void check_onderbouwing(const Post& post, const Side& side, Findings& findings);

// A spiegel needs another project to look at.
void check_spiegel(const Post& post, bool has_van, bool has_naar, Findings& findings);

// A percentage of posts that have nothing on that side would be nothing in silence, and a sluitpost would take its place.
void check_percentages(const Plan& plan, const Project& project, Findings& findings);

// Which of two sluitposten would bring the project to zero is anyone's guess.
void check_sluitposten(const Project& project, Findings& findings);

}  // namespace saldo
