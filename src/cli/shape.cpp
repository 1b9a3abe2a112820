#include "cli/shape.h"

#include <algorithm>

#include "cli/command.h"

namespace saldo {

namespace {

// CLI11 does not give away the values of a fixed set, but it names them: "FORMAT:{text,csv}".
std::vector<std::string> values_in(const std::string& type) {
  const std::size_t open = type.find(":{");
  const std::size_t close = type.find('}', open);
  std::vector<std::string> values;
  if (open == std::string::npos || close == std::string::npos) return values;
  for (std::size_t at = open + 2; at <= close;) {
    const std::size_t end = std::min(type.find(',', at), close);
    values.push_back(type.substr(at, end - at));
    at = end + 1;
  }
  return values;
}

bool holds(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

Takes what_it_takes(const Argument& argument) {
  if (argument.label.empty()) return Takes::nothing;
  if (!argument.values.empty()) return Takes::one_of;
  if (argument.label == "PLAN" || argument.label == "OLD" || argument.label == "NEW") return Takes::plan;
  const bool file = holds(argument.label, "FILE") || holds(argument.label, "DIR") || holds(argument.label, "PATH");
  return file ? Takes::file : Takes::text;
}

// `language` is that of what people read; the names and values are the same in every one.
Argument argument_of(const CLI::Option& option, Language language) {
  Argument argument;
  for (const std::string& name : option.get_snames()) argument.names.push_back("-" + name);
  for (const std::string& name : option.get_lnames()) argument.names.push_back("--" + name);
  argument.description = translated(option.get_description(), language);
  argument.required = option.get_required();
  if (option.get_items_expected_max() == 0) return argument;
  const std::string type = option.get_type_name();
  argument.label = option.get_positional() ? option.get_name(true) : type.substr(0, type.find(':'));
  argument.values = values_in(type);
  argument.takes = what_it_takes(argument);
  argument.repeated =
      option.get_multi_option_policy() == CLI::MultiOptionPolicy::TakeAll || option.get_items_expected_max() > 1;
  return argument;
}

CommandShape shape_of(CLI::App& app, Language language) {
  CommandShape shape{
      app.get_name(), std::string(translated(app.get_description(), language)), app.get_footer(), {}, {}};
  for (const CLI::Option* option : app.get_options())
    if (!option->get_group().empty())
      (option->get_positional() ? shape.positionals : shape.options).push_back(argument_of(*option, language));
  return shape;
}

}  // namespace

ProgramShape program_shape(Language language) {
  Request request;
  request.language = language;
  CLI::App app;
  std::vector<CLI::App*> apps;
  describe(app, apps, request);
  ProgramShape shape{shape_of(app, language), {}};
  for (CLI::App* command : apps)
    if (!command->get_group().empty()) shape.commands.push_back(shape_of(*command, language));
  return shape;
}

std::string hint(const std::string& description) {
  std::string line = description.substr(0, description.find('\n'));
  if (line.ends_with(':')) line.pop_back();
  return line;
}

}  // namespace saldo
