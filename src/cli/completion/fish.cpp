#include <fmt/format.h>
#include <fmt/ranges.h>

#include <set>

#include "cli/completion/completion.h"
#include "cli/help.h"

namespace saldo {

namespace {

constexpr std::string_view fish_head =
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

# The names in scenarios/ of a plan that is typed before.
function __saldo_scenarios
    for word in (commandline -opc)[2..]
        for file in (string trim -r -c / -- $word)/scenarios/*.toml
            string replace -r '.*/(.*)\\.toml$' '$1' -- $file
        end
    end
end

complete -c saldo -f
)";

std::string in_quotes(std::string_view text) {
  std::string out = "'";
  for (const char c : text) {
    if (c == '\'' || c == '\\') out += '\\';
    out += c;
  }
  return out + "'";
}

// A flag has none; -x asks for a value that is no file, -r for one that is.
std::string value_of(const Option& option) {
  switch (option.takes) {
    case Takes::nothing: return "";
    case Takes::word: return fmt::format(" -x -a '{}'", fmt::join(words_of(option), " "));
    case Takes::rule: return fmt::format(" -x -a '{}'", fmt::join(rule_ids(), " "));
    case Takes::plan: return " -x -k -a '(__fish_complete_suffix .toml)'";
    case Takes::file: return " -r -F";
    case Takes::scenario: return " -x -k -a '(__saldo_scenarios; __fish_complete_suffix .toml)'";
    case Takes::number:
    case Takes::text: return " -x";
  }
  return "";
}

std::string option_line(std::string_view command, const Option& option, Language language) {
  std::string names;
  for (const std::string_view name : names_of(option))
    names += fmt::format(" {} {}", name.starts_with("--") ? "-l" : "-s", name.substr(name.find_first_not_of('-')));
  return fmt::format("complete -c saldo -n \"__saldo_at '{}'\"{}{} -d {}\n", command, names, value_of(option),
                     in_quotes(hint(option, language)));
}

std::string argument_line(std::string_view command, std::size_t position, const Option& argument) {
  if (argument.takes == Takes::text) return "";
  std::string value = value_of(argument);
  if (value.starts_with(" -x") || value.starts_with(" -r")) value.erase(0, 3);
  return fmt::format("complete -c saldo -n \"__saldo_at '{}' {}{}\"{} -d {}\n", command, position,
                     argument.repeated ? " more" : "", value, in_quotes(argument.name));
}

std::string lines_of(std::string_view command, std::span<const Option> options, Language language) {
  std::string lines;
  std::size_t position = 0;
  for (const Option& option : options)
    if (!option.is_argument()) lines += option_line(command, option, language);
  for (const Option& option : options)
    if (option.is_argument()) lines += argument_line(command, position++, option);
  return lines;
}

void add_value_options(std::set<std::string_view>& names, std::span<const Option> options) {
  for (const Option& option : options)
    if (!option.is_argument() && option.takes != Takes::nothing)
      for (const std::string_view name : names_of(option)) names.insert(name);
}

}  // namespace

std::string fish_completion(Language language) {
  std::set<std::string_view> value_options;
  add_value_options(value_options, program_options());
  std::string lines = lines_of("", program_options(), language);
  for (const Command* command : all_commands()) {
    const std::vector<Option> options = options_of(*command);
    add_value_options(value_options, options);
    lines += fmt::format("complete -c saldo -n \"__saldo_at ''\" -a {} -d {}\n", command->name,
                         in_quotes(translated(command->summary, language))) +
             lines_of(command->name, options, language);
  }
  return fmt::format("{}{}            case {}\n{}{}", fish_head, before_case, fmt::join(value_options, " "), after_case,
                     lines);
}

}  // namespace saldo
