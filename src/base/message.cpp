#include "base/message.h"

#include <fmt/args.h>

#include <cstring>

namespace saldo {

namespace {

// What the system may say of files and output, in its own English; anything else stays in it.
[[maybe_unused]] constexpr Marked system_reasons[] = {
    marked("Permission denied"),       marked("No such file or directory"),
    marked("Is a directory"),          marked("Not a directory"),
    marked("Input/output error"),      marked("Too many open files"),
    marked("File name too long"),      marked("Too many levels of symbolic links"),
    marked("No space left on device"), marked("Bad file descriptor")};

}  // namespace

Word system_reason(int error) { return phrase(std::strerror(error)); }

std::string to_text(const Message& message, Language language) {
  fmt::dynamic_format_arg_store<fmt::format_context> words;
  for (const Word& word : message.words)
    words.push_back(word.ours ? translated(word.text, language) : std::string_view(word.text));
  return fmt::vformat(translated(message.context, message.pattern, language), words);
}

}  // namespace saldo
