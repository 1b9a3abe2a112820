// A TOML text, parsed by toml++ and handed to it letter by letter in a quicker way than its own.
#pragma once

#include <toml++/toml.h>

#include <string_view>

namespace saldo {

// What toml::parse makes of it, with the same places. Throws toml::parse_error, also for text that is no UTF-8.
toml::table parse_toml(std::string_view text);

}  // namespace saldo
