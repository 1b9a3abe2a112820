// What --help writes, in the language of the reader and in 80 columns, from the lists of options and examples.
#pragma once

#include <string>
#include <vector>

#include "base/language.h"
#include "cli/command.h"

namespace saldo {

std::string program_help(Language language);
std::string command_help(const Command& command, Language language);

// What help and the manual say of the program as a whole.
std::string program_summary(Language language);
std::vector<std::string> program_notes(Language language);

// What an option is for, and in lines of their own its words that have a description: "  text: columns to read".
std::string description_of(const Option& option, Language language);

// The same in a few words, for a shell that shows it beside the name.
std::string hint(const Option& option, Language language);

}  // namespace saldo
