// The program as data: its commands and what each declared to CLI11, for what is made from them (completion, the manual).
#pragma once

#include <string>
#include <vector>

#include "base/language.h"

namespace saldo {

// What may be written for an option or argument. The label a command gives it says which: PLAN, OLD and NEW are plans;
// FILE, DIR or PATH in it, a file.
enum class Takes { nothing, one_of, plan, file, text };

struct Argument {
  std::vector<std::string> names;   // "-h", "--help"; none where only its position counts
  Takes takes = Takes::nothing;     // nothing: a flag
  std::string label;                // FORMAT, PLAN; empty for a flag
  std::vector<std::string> values;  // only and always for one_of
  std::string description;          // may hold more lines
  bool required = false;
  bool repeated = false;  // may be given more than once
};

struct CommandShape {
  std::string name;
  std::string summary;
  std::string footer;
  std::vector<Argument> options;
  std::vector<Argument> positionals;  // in their order
};

// The program itself (name `saldo`) and its commands, in the order of help. What is hidden from help is not in it.
struct ProgramShape {
  CommandShape program;
  std::vector<CommandShape> commands;
};

// `language` is that of descriptions.
ProgramShape program_shape(Language language = Language::en);

// The first line of a description, as a hint.
std::string hint(const std::string& description);

}  // namespace saldo
