#include "cli/init/start.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/say.h"
#include "base/text.h"
#include "cli/init/example.h"
#include "plan/plan_files.h"
#include "plan/write/toml_text.h"

namespace saldo {

namespace {

// Where remarks begin.
constexpr std::size_t remark_column = 40;

const Shape& key_of(const Shape& table, std::string_view name) {
  return *std::find_if(table.keys.begin(), table.keys.end(), [&](const Shape& key) { return key.key == name; });
}

std::string remarked(std::string_view text, std::string_view remark) {
  return pad_right(text, remark_column - 1) + (text.size() < remark_column - 1 ? "" : " ") +
         fmt::format("# {}\n", remark);
}

// [plan] with each of its keys: those that are set, and the others to be switched on, with what they are for.
std::string plan_table(const Start& start, const Shape& format, const std::string& keys) {
  std::string text = "[plan]\n";
  for (const Shape& key : key_of(format, "plan").keys) {
    const std::string name(key.key);
    std::string line = "# " + std::string(key.page.example);
    const std::string set = '\n' + keys;
    if (name == "naam") line = "naam = " + toml_text(start.naam);
    if (name == "eerste_jaar") line = "eerste_jaar = " + std::to_string(start.years.first.value);
    if (name == "laatste_jaar") line = "laatste_jaar = " + std::to_string(start.years.last.value);
    if (const std::size_t at = set.find('\n' + name + " = "); at != std::string::npos)
      line = set.substr(at + 1, set.find('\n', at + 1) - at - 1);
    text += remarked(line, translated(key.description, start.language));
  }
  return text;
}

bool is_list(const Shape& shape) {
  return std::find(shape.kinds.begin(), shape.kinds.end(), ValueKind::list) != shape.kinds.end();
}

// What else a plan may have: a line for each table that is not in it yet.
std::string other_tables(const Shape& format, const std::string& written, Language language) {
  std::string text;
  for (const Shape& key : format.keys) {
    const std::string table = is_list(key) ? fmt::format("[[{}]]", key.key) : fmt::format("[{}]", key.key);
    const bool is_ours = key.key == "plan" || key.key == "project" || key.key == "scenario" || key.key == "wijziging";
    if (!is_ours && written.find(table) == std::string::npos && written.find("programmalijn = [") == std::string::npos)
      text += remarked("# " + table, translated(key.description, language));
  }
  return text;
}

std::string in_words(const Message& message, const Start& start) { return to_text(message, start.language); }

std::string plan_file(const Start& start, const std::string& keys, const std::string& tables) {
  const Shape format = plan_format();
  const std::string others = other_tables(format, tables, start.language);
  return "# " +
         in_words(say("Everything behind a # is a remark: take the # away to switch a line on. `saldo schema --page` "
                      "tells all keys."),
                  start) +
         "\n\n" + plan_table(start, format, keys) + (tables.empty() ? "" : '\n' + tables) + '\n' + others;
}

std::string readme(const Start& start) {
  const auto paragraph = [&](const Message& message) { return in_words(message, start) + "\n\n"; };
  std::string text = "# " + start.naam + "\n\n";
  text +=
      paragraph(say("This folder is a budget that `saldo` works out: `plan.toml` says what it is, the other files have "
                    "its projects and posts."));
  text +=
      paragraph(say("An amount is in euros (`1_250`, `1250.50` or `\"1.250,50\"`), `\"PM\"` is not known yet, and a "
                    "year that is not written has nothing."));
  text += fmt::format(
      "```sh\nsaldo check .\nsaldo table .\nsaldo project . {}\nsaldo schema --hover {} > saldo.schema.json\n```\n\n",
      first_project(start), start.language == Language::nl ? "nl" : "en");
  text +=
      in_words(
          say("The last line lets an editor complete keys and explain them (`.taplo.toml` tells it where they are)."),
          start) +
      '\n';
  return text;
}

constexpr std::string_view taplo = R"([[rule]]
include = ["**/*.toml"]
exclude = [".taplo.toml"]
[rule.schema]
path = "saldo.schema.json"
)";

void add_ci(const Start& start, std::vector<FolderFile>& files) {
  if (start.ci == CiOf::none) return;
  const bool github = start.ci == CiOf::github;
  files.push_back({github ? ".github/workflows/begroting.yml" : ".gitlab-ci.yml",
                   example_text(github ? "github" : "gitlab", start.language)});
}

}  // namespace

std::vector<FolderFile> start_files(const Start& start) {
  std::vector<FolderFile> files;
  if (start.names.projects.empty()) {
    ExamplePlan example = example_plan(to_text(start.with), start.years, start.language);
    files = std::move(example.files);
    files.front().bytes = plan_file(start, example.plan_keys, files.front().bytes);
  } else {
    for (NewFile& file : new_plan_files(start.names)) files.push_back({std::move(file.path), std::move(file.text)});
    files.front().bytes = plan_file(start, "", "");
  }
  files.push_back({"README.md", readme(start)});
  files.push_back({".taplo.toml", std::string(taplo)});
  add_ci(start, files);
  return files;
}

std::string first_project(const Start& start) {
  return start.names.projects.empty() ? "1.1" : start.names.projects.front().nr;
}

}  // namespace saldo
