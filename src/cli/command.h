// A command is one row: its name, what help says of it, its options and what it does. Each lives in a file of its own,
// with a struct for what it can be asked, `read`, which fills that, and `run`.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "cli/option.h"
#include "cli/reading.h"

namespace saldo {

struct Command {
  std::string_view name;
  Marked summary;
  std::span<const Option> options;  // its own, in the order of help; --help and --lang come with every command
  std::span<const Example> examples;
  int (*run)(Reading& reading);  // carry_out<…>, in cli/carry_out.h
};

// All commands, in the order help shows them.
std::span<const Command* const> all_commands();

// What may be typed after its name, --help first.
std::vector<Option> options_of(const Command& command);

// The same of `saldo` itself, before or without a command.
std::span<const Option> program_options();

}  // namespace saldo
