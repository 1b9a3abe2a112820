// Help in the language of the user: the library's own words, and the descriptions every command gives in English.
#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <string_view>

#include "base/language.h"

namespace saldo {

// Descriptions, headings and labels of `app`, which says all of them in English so far.
void translate_help(CLI::App& app, Language language);

}  // namespace saldo
