// An overdracht that is not known yet, and of which the other project knows nothing.
#include <map>
#include <utility>

#include "base/say.h"
#include "calc/check/checks.h"

namespace saldo {

namespace {

// The years in which one project sends or awaits PM that the other does not have.
struct OneSided {
  const Overdracht* first = nullptr;
  std::vector<Year> years;
};

Diagnostic finding_of(const Plan& plan, const OneSided& one, bool sent) {
  const Project& van = plan.project(one.first->van);
  const Project& naar = plan.project(one.first->naar);
  const std::string years = to_text(one.years);
  return {Rule::overdracht_pm,
          one.first->place,
          sent ? say("PM leaves {} for {} in {}, but {} awaits nothing then", van.nr, naar.nr, years, naar.nr)
               : say("{} awaits PM from {} in {}, but {} sends nothing then", naar.nr, van.nr, years, van.nr),
          {{sent ? naar.place : van.place, say("{} is here", sent ? naar.nr : van.nr)}},
          sent ? say("write \"PM\" there too, on a post with van = \"{}\"", van.nr)
               : say("write \"PM\" there too, on a post with naar = \"{}\"", naar.nr),
          {sent ? van.nr : naar.nr, "", sent ? naar.nr : van.nr, one.years.front()}};
}

}  // namespace

// PM on one side of an overdracht, where the other has no amount and no PM either: once for two projects.
void check_overdracht_pm(const CheckInput& input, Findings& findings) {
  std::map<std::pair<std::pair<ProjectId, ProjectId>, bool>, OneSided> all;
  for (const Overdracht& overdracht : input.overdrachten) {
    const bool sent = overdracht.verzonden.is_pm() && overdracht.ontvangen().is_absent();
    const bool awaited = overdracht.ontvangen().is_pm() && overdracht.verzonden.is_absent();
    if (!input.plan.years.contains(overdracht.jaar) || (!sent && !awaited)) continue;
    OneSided& one = all[{{overdracht.van, overdracht.naar}, sent}];
    if (one.first == nullptr) one.first = &overdracht;
    one.years.push_back(overdracht.jaar);
  }
  for (const auto& [key, one] : all) {
    findings.push_back(finding_of(input.plan, one, key.second));
    findings.back().extent = one.years.size();
  }
}

}  // namespace saldo
