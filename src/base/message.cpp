#include "base/message.h"

#include <fmt/args.h>

namespace saldo {

std::string to_text(const Message& message, Language language) {
  fmt::dynamic_format_arg_store<fmt::format_context> words;
  for (const Word& word : message.words)
    words.push_back(word.ours ? translated(word.text, language) : std::string_view(word.text));
  return fmt::vformat(translated(message.pattern, language), words);
}

}  // namespace saldo
