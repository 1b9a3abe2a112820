#include <fmt/format.h>
#include <fmt/ranges.h>

#include <set>

#include "cli/completion/completion.h"

namespace saldo {

namespace {

constexpr std::string_view head =
    R"(# fish completion of saldo, made by `saldo completion fish`; `saldo completion fish | source` loads it.
)";

// `case VALUE_OPTIONS` stands between these two.
constexpr std::string_view before_case = R"(
# COMMAND [POSITION]: whether that is where the cursor is. No command is ''.
function __saldo_at
    set -l plain
    set -l value no
    for word in (commandline -opc)[2..]
        if test $value = yes
            set value no
            continue
        end
        switch $word
)";

constexpr std::string_view after_case = R"(                set value yes
            case '-*'
            case '*'
                set -a plain $word
        end
    end
    test "$plain[1]" = "$argv[1]"; or return 1
    set -q argv[2]; or return 0
    test (count $plain) -gt $argv[2]; or return 1
    test (count $plain) -eq (math $argv[2] + 1); or contains -- more $argv
end

complete -c saldo -f
)";

std::string quoted(std::string_view text) {
  std::string out = "'";
  for (const char c : text) {
    if (c == '\'' || c == '\\') out += '\\';
    out += c;
  }
  return out + "'";
}

// A flag has none; -x asks for a value that is no file, -r for one that is.
std::string value_of(const Argument& argument) {
  switch (argument.takes) {
    case Takes::nothing: return "";
    case Takes::one_of: return fmt::format(" -x -a '{}'", fmt::join(argument.values, " "));
    case Takes::plan: return " -x -k -a '(__fish_complete_suffix .toml)'";
    case Takes::file: return " -r -F";
    case Takes::text: return " -x";
  }
  return "";
}

std::string option_line(const std::string& command, const Argument& option) {
  std::string names;
  for (const std::string& name : option.names)
    names += name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1);
  return fmt::format("complete -c saldo -n \"__saldo_at '{}'\"{}{} -d {}\n", command, names, value_of(option),
                     quoted(hint(option.description)));
}

std::string positional_line(const std::string& command, std::size_t position, const Argument& argument) {
  if (argument.takes == Takes::text) return "";
  std::string value = value_of(argument);
  if (value.starts_with(" -x") || value.starts_with(" -r")) value.erase(0, 3);
  return fmt::format("complete -c saldo -n \"__saldo_at '{}' {}{}\"{} -d {}\n", command, position,
                     argument.repeated ? " more" : "", value, quoted(argument.label));
}

std::string lines_of(const std::string& command, const CommandShape& shape) {
  std::string lines;
  for (const Argument& option : shape.options) lines += option_line(command, option);
  for (std::size_t i = 0; i < shape.positionals.size(); ++i) lines += positional_line(command, i, shape.positionals[i]);
  return lines;
}

void add_value_options(std::set<std::string>& names, const CommandShape& shape) {
  for (const Argument& option : shape.options)
    if (option.takes != Takes::nothing) names.insert(option.names.begin(), option.names.end());
}

}  // namespace

std::string fish_completion(const ProgramShape& shape) {
  std::set<std::string> value_options;
  add_value_options(value_options, shape.program);
  std::string lines = lines_of("", shape.program);
  for (const CommandShape& command : shape.commands) {
    add_value_options(value_options, command);
    lines +=
        fmt::format("complete -c saldo -n \"__saldo_at ''\" -a {} -d {}\n", command.name, quoted(command.summary)) +
        lines_of(command.name, command);
  }
  return fmt::format("{}{}            case {}\n{}{}", head, before_case, fmt::join(value_options, " "), after_case,
                     lines);
}

}  // namespace saldo
