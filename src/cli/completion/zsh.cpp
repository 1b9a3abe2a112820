#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cli/completion/completion.h"
#include "cli/help.h"

namespace saldo {

namespace {

constexpr std::string_view zsh_head = R"(#compdef saldo
# zsh completion of saldo, made by `saldo completion zsh`; as _saldo in a folder of $fpath, zsh loads it by itself.

# Plans, also behind REV: of one in git.
_saldo_plans() {
  _files -g '*.toml' && return
  compset -P 1 '*:' && _files -g '*.toml'
}

# The names in scenarios/ of a plan that is typed before, and files.
_saldo_scenarios() {
  local word
  local -a names
  for word in ${words[1,CURRENT-1]}; do
    names+=(${~${(Q)word}%/}/scenarios/*.toml(N:t:r))
  done
  _alternative "scenarios:scenario:compadd -a names" "files:file:_files -g '*.toml'"
}

_saldo() {
  local context curcontext=$curcontext state line
  local -A opt_args
)";

// Loaded by itself, zsh runs the file for the first completion; sourced, it still has to be told.
constexpr std::string_view zsh_tail = R"(
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

std::string action(const Option& option) {
  switch (option.takes) {
    case Takes::word: return fmt::format("({})", fmt::join(words_of(option), " "));
    case Takes::rule: return fmt::format("({})", fmt::join(rule_ids(), " "));
    case Takes::plan: return "_saldo_plans";
    case Takes::file: return "_files";
    case Takes::scenario: return "_saldo_scenarios";
    default: return "";
  }
}

// A short name takes its value behind it or as the next word, a long one behind `=` or as the next word.
std::string option_name(std::string_view name, const Option& option) {
  const std::string_view behind = name.starts_with("--") ? "=" : "+";
  return fmt::format("{}{}", name, option.takes == Takes::nothing ? "" : behind);
}

// '(-h --help)'{-h,--help}'[show this help]'
std::string option_spec(const Option& option, Language language) {
  const std::string described = fmt::format("[{}]", quoted(hint(option, language), "[]\\:"));
  const std::string value =
      option.takes == Takes::nothing ? "" : fmt::format(":{}:{}", quoted(option.label, ":\\"), action(option));
  if (option.short_name.empty())
    return fmt::format("'{}{}{}{}'", option.repeated ? "*" : "", option_name(option.name, option), described, value);
  std::vector<std::string> names;
  for (const std::string_view name : names_of(option)) names.push_back(option_name(name, option));
  const std::string first = option.repeated ? "'*'" : fmt::format("'({})'", fmt::join(names_of(option), " "));
  return fmt::format("{}{{{}}}'{}{}'", first, fmt::join(names, ","), described, value);
}

std::string argument_spec(std::size_t position, const Option& argument) {
  const std::string where = argument.repeated ? "*" : std::to_string(position + 1);
  return fmt::format("'{}{}{}:{}'", where,
                     argument.required || argument.repeated ? ":" : "::", quoted(argument.name, ":\\"),
                     action(argument));
}

std::string arguments_call(std::span<const Option> options, std::string_view indent, Language language) {
  std::string call = "_arguments -s";
  std::size_t position = 0;
  for (const Option& option : options)
    if (!option.is_argument()) call += fmt::format(" \\\n{}  {}", indent, option_spec(option, language));
  for (const Option& option : options)
    if (option.is_argument()) call += fmt::format(" \\\n{}  {}", indent, argument_spec(position++, option));
  return call;
}

}  // namespace

std::string zsh_completion(Language language) {
  std::string names, cases;
  for (const Command* command : all_commands()) {
    names += fmt::format("        '{}:{}'\n", command->name, quoted(translated(command->summary, language), ":\\"));
    cases += fmt::format("        {})\n          {}\n          ;;\n", command->name,
                         arguments_call(options_of(*command), "          ", language));
  }
  return fmt::format(
      "{}  {} \\\n    '1: :->command' \\\n    '*:: :->argument' && return\n"
      "  case $state in\n    command)\n      local -a commands=(\n{}      )\n      _describe -t commands command "
      "commands\n      ;;\n"
      "    argument)\n      case $line[1] in\n{}      esac\n      ;;\n  esac\n}}\n{}",
      zsh_head,
      "_arguments -C" + arguments_call(program_options(), "  ", language).substr(std::string("_arguments").size()),
      names, cases, zsh_tail);
}

}  // namespace saldo
