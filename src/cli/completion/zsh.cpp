#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cli/completion/completion.h"

namespace saldo {

namespace {

constexpr std::string_view head = R"(#compdef saldo
# zsh completion of saldo, made by `saldo completion zsh`; as _saldo in a folder of $fpath, zsh loads it by itself.

_saldo() {
  local context curcontext=$curcontext state line
  local -A opt_args
)";

// Loaded by itself, zsh runs the file for the first completion; sourced, it still has to be told.
constexpr std::string_view tail = R"(
if [[ $funcstack[1] == _saldo ]]; then
  _saldo "$@"
else
  compdef _saldo saldo
fi
)";

// Inside single quotes, with a backslash before what ends the part it stands in.
std::string quoted(std::string_view text, std::string_view special) {
  std::string out;
  for (const char c : text) {
    if (c == '\'') out += "'\\'";
    else if (special.find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
  return out;
}

std::string action(const Argument& argument) {
  switch (argument.takes) {
    case Takes::one_of: return fmt::format("({})", fmt::join(argument.values, " "));
    case Takes::plan: return "_files -g \"*.toml\"";
    case Takes::file: return "_files";
    default: return "";
  }
}

// A short name takes its value behind it or as the next word, a long one behind `=` or as the next word.
std::string option_name(const std::string& name, const Argument& option) {
  if (option.takes == Takes::nothing) return name;
  return name + (name.starts_with("--") ? "=" : "+");
}

// '(-h --help)'{-h,--help}'[show this help]'
std::string option_spec(const Argument& option) {
  const std::string described = fmt::format("[{}]", quoted(hint(option.description), "[]\\:"));
  const std::string value =
      option.takes == Takes::nothing ? "" : fmt::format(":{}:{}", quoted(option.label, ":\\"), action(option));
  if (option.names.size() == 1)
    return fmt::format("'{}{}{}{}'", option.repeated ? "*" : "", option_name(option.names[0], option), described,
                       value);
  std::vector<std::string> names;
  for (const std::string& name : option.names) names.push_back(option_name(name, option));
  const std::string first = option.repeated ? "'*'" : fmt::format("'({})'", fmt::join(option.names, " "));
  return fmt::format("{}{{{}}}'{}{}'", first, fmt::join(names, ","), described, value);
}

std::string positional_spec(std::size_t position, const Argument& argument) {
  const std::string where = argument.repeated ? "*" : std::to_string(position + 1);
  return fmt::format("'{}{}{}:{}'", where,
                     argument.required || argument.repeated ? ":" : "::", quoted(argument.label, ":\\"),
                     action(argument));
}

std::string arguments_call(const CommandShape& shape, std::string_view indent) {
  std::string call = "_arguments -s";
  for (const Argument& option : shape.options) call += fmt::format(" \\\n{}  {}", indent, option_spec(option));
  for (std::size_t i = 0; i < shape.positionals.size(); ++i)
    call += fmt::format(" \\\n{}  {}", indent, positional_spec(i, shape.positionals[i]));
  return call;
}

}  // namespace

std::string zsh_completion(const ProgramShape& shape) {
  std::string names, cases;
  for (const CommandShape& command : shape.commands) {
    names += fmt::format("        '{}:{}'\n", command.name, quoted(command.summary, ":\\"));
    cases +=
        fmt::format("        {})\n          {}\n          ;;\n", command.name, arguments_call(command, "          "));
  }
  return fmt::format(
      "{}  {} \\\n    '1: :->command' \\\n    '*:: :->argument' && return\n"
      "  case $state in\n    command)\n      local -a commands=(\n{}      )\n      _describe -t commands command "
      "commands\n      ;;\n"
      "    argument)\n      case $line[1] in\n{}      esac\n      ;;\n  esac\n}}\n{}",
      head, "_arguments -C" + arguments_call(shape.program, "  ").substr(std::string("_arguments").size()), names,
      cases, tail);
}

}  // namespace saldo
