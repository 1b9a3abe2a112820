#include "base/language.h"

#include <unordered_map>

namespace saldo {

std::string_view translated(std::string_view english, Language language) {
  if (language == Language::en) return english;
  static const std::unordered_map<std::string_view, std::string_view> dutch = [] {
    std::unordered_map<std::string_view, std::string_view> all;
    for (const Translation& translation : dutch_catalogue()) all.emplace(translation.english, translation.dutch);
    return all;
  }();
  const auto found = dutch.find(english);
  return found == dutch.end() ? english : found->second;
}

}  // namespace saldo
