// What differs between two plans that has no amount of its own: names, numbers, years, what happens with a restant. What is
// compared and in which words stands in the rows of the format (plan/keys.h).
#pragma once

#include <vector>

#include "calc/diff/plan_diff.h"
#include "plan/keys.h"

namespace saldo {

// Both plans, with the pairs of their projects and programmalijnen as numbers.
struct BothVersions {
  explicit BothVersions(const TwoPlans& two);
  PlanVersion oud, nieuw;
};

std::vector<SettingDiff> differing_plan_settings(const BothVersions& both);

// For a pair that both plans have.
std::vector<SettingDiff> differing_line_settings(const BothVersions& both, const Pairing& line);
std::vector<SettingDiff> differing_project_settings(const BothVersions& both, const Pairing& project);
std::vector<SettingDiff> differing_post_settings(const BothVersions& both, const Pairing& project, const Pairing& post);

}  // namespace saldo
