// Completion scripts, one function per shell, made from the commands as they are.
#pragma once

#include <string>

#include "cli/shape.h"

namespace saldo {

std::string bash_completion(const ProgramShape& shape);
std::string zsh_completion(const ProgramShape& shape);
std::string fish_completion(const ProgramShape& shape);

}  // namespace saldo
