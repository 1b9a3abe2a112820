// The languages saldo speaks. English is what stands in the source; the other is looked up by it.
#pragma once

#include <span>
#include <string_view>

namespace saldo {

enum class Language { en, nl };

struct Translation {
  std::string_view english;  // the pattern as the source has it
  std::string_view dutch;    // with the same placeholders
};

// Every sentence a user can meet: messages, help, explanations. A test reads the source and fails when one is missing.
std::span<const Translation> dutch_catalogue();

// A sentence that stands in data, to be translated where it is shown. The name is what those who collect sentences look
// for.
constexpr std::string_view marked(std::string_view english) { return english; }

// `english` in that language; itself where the catalogue does not have it.
std::string_view translated(std::string_view english, Language language);

}  // namespace saldo
