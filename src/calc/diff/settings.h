// What differs between two plans that has no amount of its own: names, numbers, years, what happens with a restant.
#pragma once

#include <vector>

#include "calc/diff/plan_diff.h"

namespace saldo {

std::vector<Setting> differing_plan_settings(const TwoPlans& two);

// For a pair that both plans have.
std::vector<Setting> differing_line_settings(const TwoPlans& two, const Pairing& line);
std::vector<Setting> differing_project_settings(const TwoPlans& two, const ProjectPair& project);
std::vector<Setting> differing_post_settings(const TwoPlans& two, const ProjectPair& project, const Pairing& post);

}  // namespace saldo
