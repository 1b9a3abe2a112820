// Whether posts that are to be drawn together have each other.
#include <map>

#include "base/say.h"
#include "base/text.h"
#include "calc/check/checks.h"

namespace saldo {

// A `samen_met` that no other post has: a typing error, or one that is not needed.
void check_samen_alleen(const CheckInput& input, Findings& findings) {
  std::map<std::string_view, std::size_t> posts;
  for (const Project& project : input.plan.projects)
    for (const Onzekerheid& onzekerheid : project.onzekerheden)
      if (!onzekerheid.samen_met.empty()) ++posts[onzekerheid.samen_met];
  std::vector<std::string_view> names;
  for (const auto& [name, count] : posts) names.push_back(name);
  for (const Project& project : input.plan.projects)
    for (const Onzekerheid& onzekerheid : project.onzekerheden) {
      if (onzekerheid.samen_met.empty() || posts[onzekerheid.samen_met] > 1) continue;
      std::vector<std::string_view> others = names;
      std::erase(others, onzekerheid.samen_met);
      const std::optional<std::string> likely = nearest(onzekerheid.samen_met, others);
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
