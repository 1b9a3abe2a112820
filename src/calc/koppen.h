// The headings under which the posts of a project stand, and what the posts under one come to together.
#pragma once

#include <string_view>
#include <vector>

#include "calc/balances.h"
#include "calc/cells.h"
#include "plan/model.h"

namespace saldo {

// A `kop` with its posts, or one post that stands under none.
struct UnderKop {
  std::string_view kop;            // "": none
  std::vector<std::size_t> posts;  // positions in the project
};

// In the order of the project; posts of one kop stand together, where the first of them does.
std::vector<UnderKop> by_kop(const Project& project);

// Of the posts under this kop.
Amount sum_of(const Amounts& amounts, const Project& project, const std::vector<std::size_t>& posts,
              Direction direction, std::size_t year);

// Both sides of those posts in a year, which have a saldo and no balance; apart from what goes to reserves or comes from
// them.
YearFigures figures_of(const Plan& plan, const Amounts& amounts, const Project& project,
                       const std::vector<std::size_t>& posts, std::size_t year);

// Whether any side of a post goes to a reserve or comes from one, and whether nothing else is in it.
bool has_mutatie(const Plan& plan, const Project& project, std::size_t post);
bool is_only_mutatie(const Plan& plan, const Project& project, std::size_t post);

// A post that saldo gives a reserve, for what another project pays it or takes from it.
bool follows_others(const Project& project, std::size_t post);

// Whether any other post has no amount yet in one of these years of the plan.
bool is_open(const Plan& plan, const Amounts& amounts, Years years, const Project& project, std::size_t post);

}  // namespace saldo
