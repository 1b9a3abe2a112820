// argv -> exit code: finds the command, reads its options, runs it.
#pragma once

#include <span>
#include <string>

#include "cli/console.h"

namespace saldo {

// `arguments` without the name of the program.
int run_cli(std::span<const std::string> arguments, const Console& console);

}  // namespace saldo
