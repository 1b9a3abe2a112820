// What was typed, parted by a list of options: texts that have no meaning yet.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/finding/diagnostic.h"
#include "cli/option.h"

namespace saldo {

struct CommandLine {
  std::vector<Option> options;
  std::vector<std::vector<std::string>>
      texts;                           // of each option; of a flag "true" or "false", or what else it was given
  std::vector<std::string> rest;       // what belongs to no option
  std::optional<std::size_t> waiting;  // the option at the end that got no value

  // Those of `option`, which is one of the list: another is a bug, and throws.
  const std::vector<std::string>& texts_of(const Option& option) const;
  // Whether it was typed; for a flag, whether it is on.
  bool lists(const Option& option) const;  // whether the command has it at all
  bool has(const Option& option) const;
};

CommandLine part(std::vector<Option> options, std::span<const std::string> arguments);

// All that is wrong with it by the list alone: values that are none of those an option takes, options that miss one or do
// not go together, words too many.
std::vector<Message> find_mistakes(const CommandLine& line);

// For a word that is not in `known`: the one that was likely meant, or none.
Message unknown_command(std::string_view written, std::span<const std::string_view> known);

}  // namespace saldo
