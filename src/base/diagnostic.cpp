#include "base/diagnostic.h"

#include <fmt/args.h>

namespace saldo {

std::string word(Amount amount) {
  if (amount.is_pm()) return "PM";
  return amount.is_absent() ? "-" : to_dutch_exact(amount.counted());
}

std::string to_text(const Message& message, Language language) {
  fmt::dynamic_format_arg_store<fmt::format_context> words;
  for (const Word& word : message.words)
    words.push_back(word.ours ? translated(word.text, language) : std::string_view(word.text));
  return fmt::vformat(translated(message.pattern, language), words);
}

}  // namespace saldo
