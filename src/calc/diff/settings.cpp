#include "calc/diff/settings.h"

namespace saldo {

namespace {

std::vector<std::uint32_t> numbers_of(const std::vector<Pairing>& pairs, std::optional<std::uint32_t> Pairing::*version,
                                      std::size_t count) {
  std::vector<std::uint32_t> numbers(count);
  for (std::uint32_t i = 0; i < pairs.size(); ++i)
    if (const auto at = pairs[i].*version) numbers[*at] = i;
  return numbers;
}

template <class Values>
std::vector<SettingDiff> differing(const BothVersions& both, typename Setting<Values>::Seen oud,
                                   typename Setting<Values>::Seen nieuw) {
  std::vector<SettingDiff> found;
  for (const Setting<Values>& setting : settings_of<Values>()) {
    if (setting.same == nullptr || setting.same(both.oud, oud, both.nieuw, nieuw)) continue;
    SettingDiff& diff = found.emplace_back(SettingDiff{setting.label, setting.is_name, {}});
    if (setting.words != nullptr) diff.values = {{setting.words(both.oud, oud), setting.words(both.nieuw, nieuw)}};
  }
  return found;
}

}  // namespace

BothVersions::BothVersions(const TwoPlans& two)
    : oud{two.oud.plan, two.match.pair_of_old, numbers_of(two.match.lines, &Pairing::oud, two.oud.plan.lines.size())},
      nieuw{two.nieuw.plan, two.match.pair_of_new,
            numbers_of(two.match.lines, &Pairing::nieuw, two.nieuw.plan.lines.size())} {}

std::vector<SettingDiff> differing_plan_settings(const BothVersions& both) {
  std::vector<SettingDiff> found = differing<PlanTable>(both, both.oud.plan, both.nieuw.plan);
  std::vector<SettingDiff> shown = differing<Weergave>(both, both.oud.plan.weergave, both.nieuw.plan.weergave);
  found.insert(found.end(), shown.begin(), shown.end());
  return found;
}

std::vector<SettingDiff> differing_line_settings(const BothVersions& both, const Pairing& line) {
  return differing<Programmalijn>(both, both.oud.plan.lines[*line.oud], both.nieuw.plan.lines[*line.nieuw]);
}

std::vector<SettingDiff> differing_project_settings(const BothVersions& both, const Pairing& project) {
  return differing<Project>(both, both.oud.plan.projects[*project.oud], both.nieuw.plan.projects[*project.nieuw]);
}

std::vector<SettingDiff> differing_post_settings(const BothVersions& both, const Pairing& project,
                                                 const Pairing& post) {
  const PostAt<const Project> oud{both.oud.plan.projects[*project.oud], *post.oud};
  const PostAt<const Project> nieuw{both.nieuw.plan.projects[*project.nieuw], *post.nieuw};
  // They are called after the project they move the restant of.
  if (oud.post().automatic && nieuw.post().automatic) return {};
  return differing<PostDraft>(both, oud, nieuw);
}

}  // namespace saldo
