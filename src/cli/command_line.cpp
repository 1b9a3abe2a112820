// The one place that knows the parser. It only parts the words: what they may be is in the list, and told from there.
#include "cli/command_line.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <stdexcept>

namespace saldo {

namespace {

std::string parser_name(const Option& option) {
  const std::string name(option.name);
  return option.short_name.empty() ? name : std::string(option.short_name) + ',' + name;
}

CLI::Option* declare(CLI::App& app, const Option& option) {
  if (option.takes == Takes::nothing)
    return app.add_flag(parser_name(option))->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
  // -1: one or more. A repeated option takes one each time.
  return app.add_option(parser_name(option))->expected(option.is_argument() && option.repeated ? -1 : 1)->take_all();
}

std::vector<std::string> texts_of_flag(const CLI::Option& flag) {
  if (flag.count() == 0) return {};
  try {
    return {flag.as<bool>() ? "true" : "false"};
  } catch (const CLI::ConversionError&) {
    return flag.results();
  }
}

// What a lone `--` parts is told by its place; it is no word of its own.
std::vector<std::string> rest_of(const CLI::App& app) {
  std::vector<std::string> rest = app.remaining();
  if (rest.size() > app.remaining_size()) rest.erase(std::find(rest.begin(), rest.end(), "--"));
  return rest;
}

std::optional<std::size_t> find_option(std::span<const Option> options, const std::string& written) {
  const std::string name = written.substr(0, written.find('='));
  const auto found = std::find_if(options.begin(), options.end(), [&](const Option& option) {
    return option.name == name || (!name.empty() && option.short_name == name);
  });
  if (found == options.end()) return std::nullopt;
  return static_cast<std::size_t>(found - options.begin());
}

}  // namespace

CommandLine part(std::vector<Option> options, std::span<const std::string> arguments) {
  CLI::App app;
  app.set_help_flag();
  app.allow_extras();
  std::vector<const CLI::Option*> declared;
  for (const Option& option : options) declared.push_back(declare(app, option));
  CommandLine line{std::move(options), {}, {}, {}};
  try {
    app.parse(std::vector<std::string>(arguments.rbegin(), arguments.rend()));
  } catch (const CLI::ArgumentMismatch&) {
    // The words have run out, so it is the last of them that waits.
    line.waiting = find_option(line.options, arguments.back());
  }
  for (const CLI::Option* option : declared)
    line.texts.push_back(option->get_items_expected_max() == 0 ? texts_of_flag(*option) : option->results());
  line.rest = rest_of(app);
  return line;
}

const std::vector<std::string>& CommandLine::texts_of(const Option& option) const {
  for (std::size_t i = 0; i < options.size(); ++i)
    if (options[i].name == option.name) return texts[i];
  throw std::logic_error("an option that is not listed: " + std::string(option.name));
}

bool CommandLine::lists(const Option& option) const {
  return std::any_of(options.begin(), options.end(), [&](const Option& listed) { return listed.name == option.name; });
}

bool CommandLine::has(const Option& option) const {
  const std::vector<std::string>& typed = texts_of(option);
  return option.takes == Takes::nothing ? !typed.empty() && typed.back() == "true" : !typed.empty();
}

}  // namespace saldo
