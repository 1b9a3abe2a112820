// The examples on the page of a rule, which show only what matters of a plan.
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace saldo {

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
