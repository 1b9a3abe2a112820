// Whether posts that are to be drawn together have each other.
#include <map>

#include "base/say.h"
#include "base/text.h"
#include "calc/check/checks.h"

namespace saldo {

namespace {

std::optional<std::string> nearest_other(std::string_view name, std::vector<std::string_view> names) {
  std::erase(names, name);
  return nearest(name, names);
}

}  // namespace

// A `samen_met` that no other post has: a typing error, or one that is not needed.
void check_samen_alleen(const CheckInput& input, Findings& findings) {
  std::map<std::string_view, std::size_t> posts;
  for (const Project& project : input.plan.projects)
    for (const Onzekerheid& onzekerheid : project.onzekerheden)
      if (!onzekerheid.samen_met.empty()) ++posts[onzekerheid.samen_met];
  std::vector<std::string_view> names;
  for (const auto& [name, count] : posts) names.push_back(name);
  std::size_t told = 0;  // with a suggestion, as of unknown names: each costs as much as there are names
  for (const Project& project : input.plan.projects)
    for (const Onzekerheid& onzekerheid : project.onzekerheden) {
      if (onzekerheid.samen_met.empty() || posts[onzekerheid.samen_met] > 1) continue;
      const std::optional<std::string> likely =
          told++ < 20 ? nearest_other(onzekerheid.samen_met, names) : std::nullopt;
      findings.push_back(
          {Rule::samen_alleen,
           onzekerheid.samen_place,
           say("no other post is drawn together with `{}`", onzekerheid.samen_met),
           {},
           likely ? say("did you mean `{}`?", *likely) : say("take it out, or write it at the others too"),
           {project.nr, project.posts[onzekerheid.post].nr, onzekerheid.samen_met, {}}});
    }
}

}  // namespace saldo
