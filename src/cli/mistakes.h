// What is wrong with a command line, in our own words: those of the library are in English only.
#pragma once

#include <CLI/CLI.hpp>
#include <span>
#include <string_view>

#include "base/diagnostic.h"

namespace saldo {

// Why the library refused what was typed for `app`.
Message describe_mistake(const CLI::App& app, const CLI::ParseError& error);

// For a word that is not in `known`: the one that was likely meant, or none.
Message unknown_command(std::string_view written, std::span<const std::string_view> known);

}  // namespace saldo
