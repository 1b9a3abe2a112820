// Patterns of names: * stands for anything, also nothing, and ? for one character.
#pragma once

#include <string_view>

namespace saldo {

// Whether the whole of `text` is as `pattern` says. Both are valid UTF-8.
bool fits(std::string_view pattern, std::string_view text);

// Whether every text that `narrow` fits is one that `wide` fits as well. May say no where two stars share the work.
bool covers(std::string_view wide, std::string_view narrow);

}  // namespace saldo
