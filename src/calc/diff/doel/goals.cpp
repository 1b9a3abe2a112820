#include "calc/diff/doel/goals.h"

#include <algorithm>
#include <string>

namespace saldo {

namespace {

template <class Values>
bool same_values(const BothVersions& both, const Values& a, const Values& b) {
  const std::vector<Setting<Values>>& settings = settings_of<Values>();
  return std::all_of(settings.begin(), settings.end(), [&](const Setting<Values>& setting) {
    return setting.same == nullptr || setting.same(both.oud, a, both.nieuw, b);
  });
}

template <class Values>
bool same_lists(const BothVersions& both, const std::vector<Values>& a, const std::vector<Values>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [&](const Values& x, const Values& y) { return same_values(both, x, y); });
}

// What a target asks, in words.
std::string asked_of(const PlanVersion& version, const Streef& streef) {
  for (const Setting<Streef>& setting : settings_of<Streef>())
    if (setting.label == "streef" && setting.words != nullptr) return setting.words(version, streef);
  return {};
}

// Which target, where a goal has several.
std::string before_words(const Doel& oud, const Doel& nieuw, const Streef& streef) {
  return oud.streven.size() > 1 || nieuw.streven.size() > 1 ? std::to_string(streef.nr) + ": " : std::string();
}

void compare_targets(const BothVersions& both, const Doel& oud, const Doel& nieuw, std::vector<SettingDiff>& found) {
  for (const Streef& streef : oud.streven) {
    const std::string which = before_words(oud, nieuw, streef);
    const Streef* now = nieuw.find_streef(streef.nr);
    if (now == nullptr) {
      found.push_back({"streef", false, {{which + asked_of(both.oud, streef), "vervallen"}}});
      continue;
    }
    for (const Setting<Streef>& setting : settings_of<Streef>()) {
      if (setting.same == nullptr || setting.same(both.oud, streef, both.nieuw, *now)) continue;
      SettingDiff& diff = found.emplace_back(SettingDiff{setting.label, false, {}});
      if (setting.words != nullptr)
        diff.values = {{which + setting.words(both.oud, streef), setting.words(both.nieuw, *now)}};
    }
  }
  for (const Streef& streef : nieuw.streven)
    if (oud.find_streef(streef.nr) == nullptr)
      found.push_back({"streef", false, {{"geen", before_words(oud, nieuw, streef) + asked_of(both.nieuw, streef)}}});
}

}  // namespace

std::vector<SettingDiff> differing_doel_settings(const BothVersions& both, const Doelpaar& pair) {
  const Doel& oud = both.oud.plan.doelen[*pair.oud];
  const Doel& nieuw = both.nieuw.plan.doelen[*pair.nieuw];
  std::vector<SettingDiff> found;
  for (const Setting<Doel>& setting : settings_of<Doel>()) {
    if (setting.same == nullptr || setting.same(both.oud, oud, both.nieuw, nieuw)) continue;
    SettingDiff& diff = found.emplace_back(SettingDiff{setting.label, setting.is_name, {}});
    if (setting.words != nullptr) diff.values = {{setting.words(both.oud, oud), setting.words(both.nieuw, nieuw)}};
  }
  compare_targets(both, oud, nieuw, found);
  if (!same_lists(both, oud.resultaten, nieuw.resultaten)) found.push_back({"resultaten", false, {}});
  if (!same_lists(both, oud.feiten, nieuw.feiten)) found.push_back({"feiten", false, {}});
  if (!same_lists(both, oud.geld, nieuw.geld)) found.push_back({"geld", false, {}});
  return found;
}

}  // namespace saldo
