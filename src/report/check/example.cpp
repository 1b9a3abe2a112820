#include "report/check/example.h"

#include <algorithm>

namespace saldo {

namespace {

constexpr ExampleFrame frame = {R"([plan]
naam = "Voorbeeld"
eerste_jaar = 2025
laatste_jaar = 2027

[[programmalijn]]
id = "arbeid"
naam = "Arbeid"

)",
                                R"([[project]]
nr = "1"
naam = "Werkplein"
programmalijn = "arbeid"
budget = 900_000

)",
                                R"([[project.post]]
naam = "Advies"
)"};

bool has_line(std::string_view text, std::string_view line) {
  for (std::size_t at = text.find(line); at != std::string_view::npos; at = text.find(line, at + 1))
    if ((at == 0 || text[at - 1] == '\n') && text.substr(at + line.size()).starts_with('\n')) return true;
  return false;
}

std::string framed(std::string_view example) {
  if (has_line(example, "[plan]")) return std::string(example);
  std::string text(frame.plan);
  if (has_line(example, "[[project]]")) return text.append(example);
  text += frame.project;
  if (!example.starts_with('[')) text += frame.post;
  return text.append(example);
}

// begroting.toml of the line `# begroting.toml`; empty where `line` is no such line.
std::string_view file_name(std::string_view line) {
  if (!line.starts_with("# ") || line.find(' ', 2) != std::string_view::npos ||
      line.find('.') == std::string_view::npos)
    return "";
  return line.substr(2);
}

}  // namespace

const ExampleFrame& example_frame() { return frame; }

std::map<std::string, std::string> whole_example(std::string_view example) {
  std::map<std::string, std::string> files;
  std::string unnamed;  // what stands before the first name: the plan
  std::string* text = &unnamed;
  for (std::string_view rest = example; !rest.empty();) {
    const std::string_view line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(line.size() + 1, rest.size()));
    const std::string_view name = file_name(line);
    if (!name.empty()) text = &files[std::string(name)];
    else text->append(line).push_back('\n');
  }
  if (!unnamed.empty()) files["plan.toml"] = framed(unnamed);
  return files;
}

}  // namespace saldo
