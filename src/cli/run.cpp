#include "cli/run.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "base/text.h"
#include "cli/command.h"

namespace saldo {

namespace {

constexpr const Command* commands[] = {&table_command, &project_command, &overlap_command, &carryover_command,
                                       &check_command, &why_command,     &schema_command};

std::vector<std::string_view> command_names() {
  std::vector<std::string_view> names;
  for (const Command* command : commands) names.push_back(command->name);
  return names;
}

std::string suggestion(std::string_view written, std::span<const std::string_view> known) {
  const std::optional<std::string> likely = nearest(written, known);
  return likely ? fmt::format("; did you mean `{}`?", *likely) : "";
}

int refuse(const Console& console, std::string_view message, std::string_view help) {
  write_error(console, fmt::format("saldo: {}\ntype `{}` for help\n", message, help));
  return exit_failed;
}

// The library only says that some command is required, so a misspelt one is caught before it.
std::optional<std::string> misspelt_command(std::span<const std::string> arguments) {
  const auto names = command_names();
  if (arguments.empty() || arguments[0].starts_with('-')) return std::nullopt;
  if (std::find(names.begin(), names.end(), arguments[0]) != names.end()) return std::nullopt;
  return fmt::format("there is no command `{}`{}", arguments[0], suggestion(arguments[0], names));
}

std::vector<std::string> option_names(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::Option* option : app.get_options())
    for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
  return names;
}

std::string unexpected_argument(const CLI::App& app) {
  const std::vector<std::string> rest = app.remaining();
  if (rest.empty()) return "unexpected argument";
  const std::vector<std::string> names = option_names(app);
  const std::vector<std::string_view> known(names.begin(), names.end());
  const std::string written = rest.front().substr(0, rest.front().find('='));
  return fmt::format("`{}` is not expected here{}", written, suggestion(written, known));
}

void describe(CLI::App& app, std::vector<CLI::App*>& apps, Request& request) {
  app.set_help_flag("-h,--help", "show this help");
  app.set_version_flag("--version", "saldo " SALDO_VERSION, "show the version");
  app.require_subcommand(1);
  app.get_formatter()->column_width(28);
  app.footer(
      "`saldo COMMAND --help` shows the options and examples of a command.\n\n"
      "Exit codes: 0 fine; 1 `check` has findings; 2 it could not be done; 70 a bug in saldo.");
  for (const Command* command : commands) {
    CLI::App* sub = app.add_subcommand(std::string(command->name), std::string(command->summary));
    sub->set_help_flag("-h,--help", "show this help");
    sub->footer(fmt::format("Examples:\n{}", command->examples));
    command->add_options(*sub, request);
    apps.push_back(sub);
  }
}

}  // namespace

std::span<const Command* const> all_commands() { return commands; }

int run_cli(std::span<const std::string> arguments, const Console& console) {
  if (arguments.empty())
    return refuse(console, fmt::format("which command? There are {}", fmt::join(command_names(), ", ")),
                  "saldo --help");
  if (const auto message = misspelt_command(arguments)) return refuse(console, *message, "saldo --help");
  Request request;
  CLI::App app("Budgets, programme lines and the money between them, from TOML files.", "saldo");
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
    const CLI::App& where = in_command ? **chosen() : app;
    const bool unexpected = dynamic_cast<const CLI::ExtrasError*>(&error) != nullptr;
    return refuse(console, unexpected ? unexpected_argument(where) : std::string(error.what()),
                  in_command ? fmt::format("saldo {} --help", where.get_name()) : "saldo --help");
  }
  return commands[chosen() - apps.begin()]->run(request, console);
}

}  // namespace saldo
