#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cli/completion/completion.h"

namespace saldo {

namespace {

// What is the same whatever the commands are. It needs nothing but bash: not the package bash-completion.
constexpr std::string_view head =
    R"(# bash completion of saldo, made by `saldo completion bash`; `source <(saldo completion bash)` loads it.
)";

constexpr std::string_view tail = R"(
_saldo() {
  local cur=${COMP_WORDS[COMP_CWORD]} command='' pending='' position=0 word i REPLY
  COMPREPLY=()
  # Bash makes three words of --format=csv.
  for ((i = 1; i < COMP_CWORD; ++i)); do
    word=${COMP_WORDS[i]}
    if [[ -n $pending ]]; then
      [[ $word == = ]] || pending=''
    elif [[ $word == -* ]]; then
      _saldo_takes "$command:$word"
      pending=$REPLY
    elif [[ -z $command ]]; then
      command=$word
    else
      _saldo_takes "$command:$position"
      [[ $REPLY == *... ]] || ((++position))
    fi
  done
  if [[ -n $pending ]]; then
    [[ $cur != = ]] || cur=''
    REPLY=$pending
  elif [[ $cur == -* ]]; then
    _saldo_options "$command"
  elif [[ -z $command ]]; then
    REPLY=$_saldo_commands
  else
    _saldo_takes "$command:$position"
  fi
  case ${REPLY%...} in
    '' | @text) ;;
    @plan)
      compopt -o filenames 2>/dev/null
      mapfile -t COMPREPLY < <(compgen -d -- "$cur"; compgen -f -X '!*.toml' -- "$cur")
      ;;
    @file)
      compopt -o filenames 2>/dev/null
      mapfile -t COMPREPLY < <(compgen -f -- "$cur")
      ;;
    *) mapfile -t COMPREPLY < <(compgen -W "${REPLY%...}" -- "$cur") ;;
  esac
}

complete -F _saldo saldo
)";

std::string reply(const Argument& argument) {
  const std::string more = argument.names.empty() && argument.repeated ? "..." : "";
  switch (argument.takes) {
    case Takes::nothing: return "";
    case Takes::one_of: return fmt::format("{}{}", fmt::join(argument.values, " "), more);
    case Takes::plan: return "@plan" + more;
    case Takes::file: return "@file" + more;
    case Takes::text: return "@text" + more;
  }
  return "";
}

std::string case_of(const std::string& command, const std::string& what, const Argument& argument) {
  return argument.takes == Takes::nothing ? ""
                                          : fmt::format("    {}:{}) REPLY='{}' ;;\n", command, what, reply(argument));
}

std::string takes_cases(const std::string& command, const CommandShape& shape) {
  std::string cases;
  for (const Argument& option : shape.options)
    cases += case_of(command, fmt::format("{}", fmt::join(option.names, fmt::format(" | {}:", command))), option);
  for (std::size_t i = 0; i < shape.positionals.size(); ++i)
    cases += case_of(command, std::to_string(i), shape.positionals[i]);
  return cases;
}

std::string options_case(const std::string& command, const CommandShape& shape) {
  std::string names;
  for (const Argument& option : shape.options)
    names += fmt::format("{}{}", names.empty() ? "" : " ", fmt::join(option.names, " "));
  return fmt::format("    '{}') REPLY='{}' ;;\n", command, names);
}

}  // namespace

std::string bash_completion(const ProgramShape& shape) {
  std::string names, takes = takes_cases("", shape.program), options = options_case("", shape.program);
  for (const CommandShape& command : shape.commands) {
    names += (names.empty() ? "" : " ") + command.name;
    takes += takes_cases(command.name, command);
    options += options_case(command.name, command);
  }
  return fmt::format(
      "{}\n_saldo_commands='{}'\n\n"
      "# COMMAND:OPTION or COMMAND:POSITION: what comes there, the words or a kind; `...` is any number of times.\n"
      "_saldo_takes() {{\n  case $1 in\n{}    *) REPLY='' ;;\n  esac\n}}\n\n"
      "_saldo_options() {{\n  case $1 in\n{}    *) REPLY='' ;;\n  esac\n}}\n{}",
      head, names, takes, options, tail);
}

}  // namespace saldo
