#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cli/completion/completion.h"

namespace saldo {

namespace {

// What is the same whatever the commands are. It needs nothing but bash: not the package bash-completion.
constexpr std::string_view bash_head =
    R"(# bash completion of saldo, made by `saldo completion bash`; `source <(saldo completion bash)` loads it.
)";

constexpr std::string_view bash_tail = R"(
# Bash cuts words at : and =; what was typed as one word, up to the cursor, is one again in _saldo_words.
_saldo_join() {
  local line=${COMP_LINE:0:COMP_POINT} word i
  _saldo_words=()
  for ((i = 0; i <= COMP_CWORD; ++i)); do
    word=${COMP_WORDS[i]}
    if ((i == 0)) || [[ -z $line || $line == [[:space:]]* ]]; then
      line=${line#"${line%%[![:space:]]*}"}
      ((i < COMP_CWORD)) || word=$line
      _saldo_words+=("$word")
    else
      ((i < COMP_CWORD)) || word=$line
      _saldo_words[${#_saldo_words[@]} - 1]+=$word
    fi
    line=${line#"$word"}
  done
}

# What is offered for a word with : or = in it begins behind the last of them, as bash only replaces that piece.
_saldo_offer_pieces() {
  local word=$1 mark prefix
  for mark in : =; do
    [[ $COMP_WORDBREAKS == *"$mark"* && $word == *"$mark"* ]] || continue
    prefix=${word%"${word##*"$mark"}"}
    COMPREPLY=("${COMPREPLY[@]#"$prefix"}")
    word=${word#"$prefix"}
  done
}

_saldo_plans() {
  mapfile -t COMPREPLY < <(compgen -d -- "$1"; compgen -f -X '!*.toml' -- "$1")
}

# The names in scenarios/ of a plan that is typed before, and files.
_saldo_scenarios() {
  local word file name
  for word in "${_saldo_words[@]:1:${#_saldo_words[@]}-2}"; do
    for file in "${word%/}"/scenarios/*.toml; do
      name=${file##*/}
      name=${name%.toml}
      [[ ! -f $file || $name != "$1"* ]] || COMPREPLY+=("$name")
    done
  done
  mapfile -t -O "${#COMPREPLY[@]}" COMPREPLY < <(compgen -d -- "$1"; compgen -f -X '!*.toml' -- "$1")
}

_saldo() {
  local _saldo_words cur command='' pending='' position=0 word i REPLY
  COMPREPLY=()
  _saldo_join
  for ((i = 1; i < ${#_saldo_words[@]} - 1; ++i)); do
    word=${_saldo_words[i]}
    if [[ -n $pending ]]; then
      pending=''
    elif [[ $word == -*=* ]]; then
      continue
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
  cur=${_saldo_words[i]}
  if [[ -z $pending && $cur == -*=* ]]; then
    _saldo_takes "$command:${cur%%=*}"
    pending=${REPLY:-@text}
    cur=${cur#*=}
  fi
  if [[ -n $pending ]]; then
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
      _saldo_plans "$cur"
      # REV:PATH
      [[ ${#COMPREPLY[@]} -gt 0 || $cur != *:* ]] || { cur=${cur#*:} && _saldo_plans "$cur"; }
      ;;
    @scenario)
      compopt -o filenames 2>/dev/null
      _saldo_scenarios "$cur"
      ;;
    @file)
      compopt -o filenames 2>/dev/null
      mapfile -t COMPREPLY < <(compgen -f -- "$cur")
      ;;
    *) mapfile -t COMPREPLY < <(compgen -W "${REPLY%...}" -- "$cur") ;;
  esac
  _saldo_offer_pieces "$cur"
}

complete -F _saldo saldo
)";

std::string reply(const Option& option) {
  const std::string more = option.is_argument() && option.repeated ? "..." : "";
  switch (option.takes) {
    case Takes::nothing: return "";
    case Takes::word: return fmt::format("{}{}", fmt::join(words_of(option), " "), more);
    case Takes::rule: return fmt::format("{}{}", fmt::join(rule_ids(), " "), more);
    case Takes::plan: return "@plan" + more;
    case Takes::file: return "@file" + more;
    case Takes::scenario: return "@scenario" + more;
    case Takes::number:
    case Takes::text: return "@text" + more;
  }
  return "";
}

std::string case_of(std::string_view command, std::string_view what, const Option& option) {
  if (option.takes == Takes::nothing) return "";
  return fmt::format("    {}:{}) REPLY='{}' ;;\n", command, what, reply(option));
}

std::string takes_cases(std::string_view command, std::span<const Option> options) {
  std::string cases;
  std::size_t position = 0;
  for (const Option& option : options)
    if (!option.is_argument())
      cases += case_of(command, fmt::format("{}", fmt::join(names_of(option), fmt::format(" | {}:", command))), option);
  for (const Option& option : options)
    if (option.is_argument()) cases += case_of(command, std::to_string(position++), option);
  return cases;
}

std::string options_case(std::string_view command, std::span<const Option> options) {
  std::string names;
  for (const Option& option : options)
    if (!option.is_argument()) names += fmt::format("{}{}", names.empty() ? "" : " ", fmt::join(names_of(option), " "));
  return fmt::format("    '{}') REPLY='{}' ;;\n", command, names);
}

}  // namespace

// Nothing that bash shows has a language.
std::string bash_completion(Language) {
  std::string names, takes = takes_cases("", program_options()), options = options_case("", program_options());
  for (const Command* command : all_commands()) {
    names += fmt::format("{}{}", names.empty() ? "" : " ", command->name);
    takes += takes_cases(command->name, options_of(*command));
    options += options_case(command->name, options_of(*command));
  }
  return fmt::format(
      "{}\n_saldo_commands='{}'\n\n"
      "# COMMAND:OPTION or COMMAND:POSITION: what comes there, the words or a kind; `...` is any number of times.\n"
      "_saldo_takes() {{\n  case $1 in\n{}    *) REPLY='' ;;\n  esac\n}}\n\n"
      "_saldo_options() {{\n  case $1 in\n{}    *) REPLY='' ;;\n  esac\n}}\n{}",
      bash_head, names, takes, options, bash_tail);
}

}  // namespace saldo
