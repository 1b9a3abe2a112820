// What is wrong with a command line, by the list of options alone.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "base/finding/diagnostic.h"
#include "cli/command_line.h"

namespace saldo {

// All of it: values that are none of those an option takes, options that miss one or do not go together, words too many.
std::vector<Message> find_mistakes(const CommandLine& line);

// For a word that is not in `known`: the one that was likely meant, or none.
Message unknown_command(std::string_view written, std::span<const std::string_view> known);

}  // namespace saldo
