// What every rule means, why it matters, and a plan that breaks it beside one that does not. One row per rule.
#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>

#include "base/language.h"
#include "base/rule.h"

namespace saldo {

struct Translation {
  std::string_view english;
  std::string_view dutch;
};

struct Explanation {
  Rule rule{};
  Translation meaning;
  Translation why;
  Translation basis;       // the law or practice behind it
  std::string_view wrong;  // gives this finding and no other; in the form of whole_example()
  std::string_view right;  // gives none
};

const Explanation& explanation(Rule rule);

// Of several rules each.
std::span<const Explanation> explain_files();
std::span<const Explanation> explain_values();
std::span<const Explanation> explain_names();
std::span<const Explanation> explain_amounts();
std::span<const Explanation> explain_changes();
std::span<const Explanation> explain_overdrachten();
std::span<const Explanation> explain_saldo();
std::span<const Explanation> explain_typing();
std::span<const Explanation> explain_risk();

// What stands around an example that shows less than a plan: the plan and its programmalijn, the project, the post.
struct ExampleFrame {
  std::string_view plan;
  std::string_view project;
  std::string_view post;
};
const ExampleFrame& example_frame();

// The files of an example, by name. A line `# NAME.toml` begins a file of its own; without one it is plan.toml, in the
// frame as far as it needs it. In an example of utf8, \xE9 stands for that byte.
std::map<std::string, std::string> whole_example(std::string_view example);

}  // namespace saldo
