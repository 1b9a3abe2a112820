#include "cli/run.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "base/say.h"
#include "cli/command.h"
#include "cli/command_line.h"
#include "cli/help.h"
#include "cli/options.h"

namespace saldo {

// Each in the file of its name in cli/commands/.
extern const Command table_command, project_command, overlap_command, carryover_command, changes_command,
    compare_command, diff_command, risk_command, goals_command, goal_command, check_command, close_command,
    report_command, import_command, export_command, why_command, explain_command, schema_command, init_command,
    completion_command, man_command;

namespace {

constexpr const Command* commands[] = {
    &table_command,  &project_command,    &overlap_command, &carryover_command, &changes_command, &compare_command,
    &diff_command,   &risk_command,       &goals_command,   &goal_command,      &check_command,   &close_command,
    &report_command, &import_command,     &export_command,  &why_command,       &explain_command, &schema_command,
    &init_command,   &completion_command, &man_command,
};

constexpr auto of_program = option_list(option::help, option::version, option::lang);

std::vector<std::string_view> command_names() {
  std::vector<std::string_view> names;
  for (const Command* command : commands) names.push_back(command->name);
  return names;
}

// What is typed for saldo itself, the name of a command, and what is typed for that.
struct Words {
  std::span<const std::string> of_program;
  const std::string* command = nullptr;
  std::span<const std::string> of_command;
};

Words split_at_command(std::span<const std::string> arguments) {
  std::size_t at = 0;
  while (at < arguments.size() && arguments[at].starts_with('-')) at += arguments[at] == option::lang.name ? 2 : 1;
  if (at >= arguments.size()) return {arguments, nullptr, {}};
  return {arguments.first(at), &arguments[at], arguments.subspan(at + 1)};
}

const Command* find_command(const std::string* name) {
  const auto found = std::find_if(std::begin(commands), std::end(commands),
                                  [&](const Command* command) { return name != nullptr && command->name == *name; });
  return found == std::end(commands) ? nullptr : *found;
}

int refuse(const Console& console, std::span<const Message> mistakes, const Command* command) {
  const std::string help = command == nullptr ? "saldo --help" : fmt::format("saldo {} --help", command->name);
  for (const Message& mistake : mistakes) usage_error(console, mistake);
  tell_line(console, say("type `{}` for help", help));
  return exit_failed;
}

Message no_such_command(const std::string* written) {
  const std::vector<std::string_view> names = command_names();
  if (written != nullptr) return unknown_command(*written, names);
  return say("which command? There are {}", fmt::format("{}", fmt::join(names, ", ")));
}

// The language asked for anywhere on the line. It is looked for first, because all that is said is said in it; whether
// --lang has a value that exists is told with the other mistakes.
Language asked_language(std::span<const std::string> arguments, Language otherwise) {
  const auto find = [&](std::string_view name) {
    for (const Language language : {Language::en, Language::nl})
      if (option::languages[static_cast<std::size_t>(language)].word == name) otherwise = language;
  };
  const std::string with_value = fmt::format("{}=", option::lang.name);
  for (std::size_t i = 0; i < arguments.size() && arguments[i] != "--"; ++i) {
    const std::string_view argument = arguments[i];
    if (argument == option::lang.name && i + 1 < arguments.size()) find(arguments[i + 1]);
    else if (argument.starts_with(with_value)) find(argument.substr(with_value.size()));
  }
  return otherwise;
}

int run_command(const Command& command, const CommandLine& before, std::span<const std::string> arguments,
                const Console& console) {
  const CommandLine line = part(options_of(command), arguments);
  if (before.has(option::help) || line.has(option::help))
    return write_output(console, command_help(command, console.language));
  std::vector<Message> mistakes = find_mistakes(before);
  for (Message& mistake : find_mistakes(line)) mistakes.push_back(std::move(mistake));
  if (!mistakes.empty()) return refuse(console, mistakes, &command);
  Reading reading(line, console);
  return command.run(reading);
}

int run_without_command(const CommandLine& line, const std::string* written, const Console& console) {
  if (line.has(option::help) && written == nullptr) return write_output(console, program_help(console.language));
  std::vector<Message> mistakes = find_mistakes(line);
  if (mistakes.empty() || written != nullptr) mistakes = {no_such_command(written)};
  return refuse(console, mistakes, nullptr);
}

}  // namespace

std::span<const Command* const> all_commands() { return commands; }

std::span<const Option> program_options() { return of_program; }

std::vector<Option> options_of(const Command& command) {
  std::vector<Option> options{option::help};
  options.insert(options.end(), command.options.begin(), command.options.end());
  options.push_back(option::lang);
  return options;
}

int run_cli(std::span<const std::string> arguments, const Console& standard) {
  Console console = standard;
  console.language = asked_language(arguments, standard.language);
  const Words words = split_at_command(arguments);
  const CommandLine line = part({of_program.begin(), of_program.end()}, words.of_program);
  if (line.has(option::version)) return write_output(console, "saldo " SALDO_VERSION "\n");
  const Command* command = find_command(words.command);
  return command == nullptr ? run_without_command(line, words.command, console)
                            : run_command(*command, line, words.of_command, console);
}

}  // namespace saldo
