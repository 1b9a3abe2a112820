// Factors with a name: the price of an hour is the same in every onderbouwing that names it.
#include <algorithm>
#include <map>
#include <string_view>

#include "base/say.h"
#include "calc/check/checks.h"

namespace saldo {

namespace {

// A named factor where it stands.
struct Use {
  const Project& project;
  const Post& post;
  const NamedFactor& factor;
  Ratio value;
  std::vector<bool> years;  // in which its post has an amount
};

std::vector<bool> years_of(const CheckInput& input, const Project& project, std::size_t post) {
  std::vector<bool> years;
  for (std::size_t y = 0; y < input.plan.years.size(); ++y)
    years.push_back(!input.amounts.at(project, post, Direction::baten, y).is_absent() ||
                    !input.amounts.at(project, post, Direction::lasten, y).is_absent());
  return years;
}

using Uses = std::map<std::string_view, std::vector<Use>>;  // by name

Uses find_uses(const CheckInput& input) {
  Uses uses;
  for (const Project& project : input.plan.projects)
    for (std::size_t post = 0; post < project.posts.size(); ++post) {
      if (!project.posts[post].more->onderbouwing) continue;
      for (const Onderbouwing& line : *project.posts[post].more->onderbouwing)
        for (const NamedFactor& factor : line.more->named)
          uses[factor.naam].push_back(
              {project, project.posts[post], factor, line.factoren[factor.position], years_of(input, project, post)});
    }
  return uses;
}

// The value that most of them have; of as many the first.
const Use& most_common(const std::vector<Use>& uses) {
  const auto count = [&](const Use& use) {
    return std::count_if(uses.begin(), uses.end(), [&](const Use& other) { return other.value == use.value; });
  };
  return *std::max_element(uses.begin(), uses.end(), [&](const Use& a, const Use& b) { return count(a) < count(b); });
}

// The first with that value in a year of this one, and that year.
void report(const Plan& plan, const Use& use, const std::vector<Use>& uses, Ratio usual, Findings& findings) {
  for (const Use& other : uses) {
    if (!(other.value == usual)) continue;
    for (std::size_t y = 0; y < use.years.size(); ++y) {
      if (!use.years[y] || !other.years[y]) continue;
      findings.push_back(
          {Rule::factor_verschil,
           use.factor.place,
           say("the factor `{}` is {} in post {} of {}, but {} in post {} of {}, in {} as well", use.factor.naam,
               to_dutch(use.value, 0, 6), use.post.nr, use.project.nr, to_dutch(usual, 0, 6), other.post.nr,
               other.project.nr, plan.years.at(y)),
           {{other.factor.place, say("it is {} here", to_dutch(usual, 0, 6))}},
           say("correct one of the two, or give this one a name of its own: what differs from post to post needs none"),
           {use.project.nr, use.post.nr, use.factor.naam, plan.years.at(y)}});
      return;
    }
  }
}

}  // namespace

// A named factor that has another value than most of its name have, in a year in which one of those has it too.
void check_factor_verschil(const CheckInput& input, Findings& findings) {
  for (const auto& [naam, uses] : find_uses(input)) {
    const Ratio usual = most_common(uses).value;
    for (const Use& use : uses)
      if (!(use.value == usual)) report(input.plan, use, uses, usual, findings);
  }
}

}  // namespace saldo
