#include "cli/run.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <optional>

#include "base/say.h"
#include "cli/command.h"
#include "cli/help.h"
#include "cli/mistakes.h"

namespace saldo {

namespace {

constexpr const Command* commands[] = {&table_command,      &project_command, &overlap_command, &carryover_command,
                                       &changes_command,    &compare_command, &diff_command,    &risk_command,
                                       &check_command,      &why_command,     &explain_command, &schema_command,
                                       &completion_command, &man_command};

struct LanguageInfo {
  Language language;
  std::string_view name;
};
constexpr LanguageInfo languages[] = {{Language::en, "en"}, {Language::nl, "nl"}};

std::vector<std::string_view> command_names() {
  std::vector<std::string_view> names;
  for (const Command* command : commands) names.push_back(command->name);
  return names;
}

int refuse(const Console& console, const Message& message, std::string_view help) {
  const std::string told = to_text(message, console.language);
  const std::string where = to_text(say("type `{}` for help", help), console.language);
  write_error(console, fmt::format("saldo: {}\n{}\n", told, where));
  return exit_failed;
}

Message which_command() { return say("which command? There are {}", fmt::to_string(fmt::join(command_names(), ", "))); }

// The language asked for anywhere on the line. It is looked for first, because all that is said is said in it; whether
// --lang has a value that exists is left to the parser.
Language asked_language(std::span<const std::string> arguments, Language otherwise) {
  const auto find = [&](std::string_view name) {
    for (const LanguageInfo& info : languages)
      if (info.name == name) otherwise = info.language;
  };
  constexpr std::string_view option = "--lang";
  for (std::size_t i = 0; i < arguments.size() && arguments[i] != "--"; ++i) {
    const std::string_view argument = arguments[i];
    if (argument == option && i + 1 < arguments.size()) find(arguments[i + 1]);
    else if (argument.starts_with("--lang=")) find(argument.substr(option.size() + 1));
  }
  return otherwise;
}

// The library only says that some command is required, so a misspelt one is caught before it.
std::optional<Message> misspelt_command(std::span<const std::string> arguments) {
  const auto names = command_names();
  if (arguments.size() >= 2 && arguments[0] == "--lang") arguments = arguments.subspan(2);
  else if (!arguments.empty() && arguments[0].starts_with("--lang=")) arguments = arguments.subspan(1);
  if (arguments.empty() || arguments[0].starts_with('-')) return std::nullopt;
  if (std::find(names.begin(), names.end(), arguments[0]) != names.end()) return std::nullopt;
  return unknown_command(arguments[0], names);
}

void add_language(CLI::App& app, Request& request) {
  std::vector<std::string> names;
  for (const LanguageInfo& info : languages) names.emplace_back(info.name);
  app.add_option("--lang", request.lang, "the language of messages and help; default is that of the locale")
      ->check(CLI::IsMember(names))
      ->type_name("LANGUAGE");
  translate_help(app, request.language);
}

}  // namespace

std::span<const Command* const> all_commands() { return commands; }

void describe(CLI::App& app, std::vector<CLI::App*>& apps, Request& request) {
  const auto in_language = [&](std::string_view english) { return std::string(translated(english, request.language)); };
  app.name("saldo");
  app.description(in_language("Budgets, programme lines and the money between them, from TOML files."));
  app.set_help_flag("-h,--help", "show this help");
  app.set_version_flag("--version", "saldo " SALDO_VERSION, "show the version");
  app.require_subcommand(1);
  app.get_formatter()->column_width(28);
  app.footer(in_language("`saldo COMMAND --help` shows the options and examples of a command.") + "\n\n" +
             in_language("Exit codes: 0 fine; 1 `check` found errors, `diff --exit-code` differences; 2 it could not "
                         "be done; 70 a bug in saldo."));
  for (const Command* command : commands) {
    CLI::App* sub = app.add_subcommand(std::string(command->name), std::string(command->summary));
    sub->footer(
        fmt::format("{}\n{}", in_language("Examples:"), translate_examples(command->examples, request.language)));
    sub->set_help_flag("-h,--help", "show this help");
    command->add_options(*sub, request);
    add_language(*sub, request);
    apps.push_back(sub);
  }
  add_language(app, request);
}

namespace {

int parse_and_run(std::span<const std::string> arguments, const Console& console) {
  if (arguments.empty()) return refuse(console, which_command(), "saldo --help");
  if (const auto message = misspelt_command(arguments)) return refuse(console, *message, "saldo --help");
  Request request;
  request.language = console.language;
  CLI::App app;
  std::vector<CLI::App*> apps;
  describe(app, apps, request);
  const auto chosen = [&] {
    return std::find_if(apps.begin(), apps.end(), [](const CLI::App* sub) { return sub->parsed(); });
  };
  try {
    app.parse(std::vector<std::string>(arguments.rbegin(), arguments.rend()));
  } catch (const CLI::CallForHelp&) {
    return write_output(console, app.help());
  } catch (const CLI::CallForVersion& version) {
    return write_output(console, fmt::format("{}\n", version.what()));
  } catch (const CLI::ParseError& error) {
    const bool in_command = chosen() != apps.end();
    const bool no_command = !in_command && dynamic_cast<const CLI::RequiredError*>(&error) != nullptr;
    return refuse(console, no_command ? which_command() : describe_mistake(in_command ? **chosen() : app, error),
                  in_command ? fmt::format("saldo {} --help", (*chosen())->get_name()) : "saldo --help");
  }
  return commands[chosen() - apps.begin()]->run(request, console);
}

}  // namespace

int run_cli(std::span<const std::string> arguments, const Console& console) {
  Console in_language = console;
  in_language.language = asked_language(arguments, console.language);
  return parse_and_run(arguments, in_language);
}

}  // namespace saldo
