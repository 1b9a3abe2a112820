// Completion scripts, one function per shell, made from the lists of options. `language` is that of descriptions.
#pragma once

#include <string>

#include "cli/command.h"

namespace saldo {

std::string bash_completion(Language language);
std::string zsh_completion(Language language);
std::string fish_completion(Language language);

}  // namespace saldo
