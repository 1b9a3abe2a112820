#include "plan/onzeker.h"

#include <string_view>
#include <unordered_map>

namespace saldo {

namespace {

std::string as_percentage(Ratio share) { return to_dutch(share * Ratio{100, 1}, 0, 4) + "%"; }

template <class Visit>
void for_each_in_group(Plan& plan, Visit visit) {
  for (Project& project : plan.projects)
    for (Onzekerheid& onzekerheid : project.onzekerheden)
      if (!onzekerheid.samen_met.empty()) visit(onzekerheid);
}

}  // namespace

void link_onzekerheden(Plan& plan, Findings& findings) {
  std::unordered_map<std::string_view, const Onzekerheid*> first;
  for_each_in_group(plan, [&](const Onzekerheid& onzekerheid) {
    if (!onzekerheid.kans) return;
    const auto [found, is_new] = first.emplace(onzekerheid.samen_met, &onzekerheid);
    if (is_new || *found->second->kans == *onzekerheid.kans) return;
    findings.push_back({Rule::samen_kans,
                        onzekerheid.kans_place,
                        say("`{}` is one decision, and here its kans is {} instead of {}", onzekerheid.samen_met,
                            as_percentage(*onzekerheid.kans), as_percentage(*found->second->kans)),
                        {{found->second->kans_place, say("the first one is here")}},
                        say("write the same kans, or another `samen_met`")});
  });
  for_each_in_group(plan, [&](Onzekerheid& onzekerheid) {
    const auto found = first.find(onzekerheid.samen_met);
    if (!onzekerheid.kans && found != first.end()) onzekerheid.kans = found->second->kans;
  });
}

}  // namespace saldo
