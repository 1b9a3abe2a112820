#include "base/language.h"

#include <string>

#include "base/catalogue.h"

namespace saldo {

std::string_view translated(std::string_view english, Language language) {
  if (language == Language::en) return english;
  return dutch_catalogue().find(english).value_or(english);
}

std::string_view translated(std::string_view context, std::string_view english, Language language) {
  if (language == Language::en || context.empty()) return translated(english, language);
  // gettext's own way to write the two as one.
  const std::string key = std::string(context) + '\4' + std::string(english);
  return dutch_catalogue().find(key).value_or(english);
}

}  // namespace saldo
