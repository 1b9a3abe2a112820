#include "base/message.h"

#include <fmt/args.h>

#include <cstring>
#include <optional>
#include <utility>

#include "base/text.h"

namespace saldo {

namespace {

// What the system may say of files and output, in its own English; anything else stays in it.
[[maybe_unused]] constexpr Marked system_reasons[] = {
    marked("Permission denied"),       marked("No such file or directory"),
    marked("Is a directory"),          marked("Not a directory"),
    marked("Input/output error"),      marked("Too many open files"),
    marked("File name too long"),      marked("Too many levels of symbolic links"),
    marked("No space left on device"), marked("Bad file descriptor")};

// A name or text of the user, but no more of it than tells which it is: a file may hold one of megabytes. Several words
// are a sentence or list of our own in most messages, and get more room.
std::string quoted(const std::string& text) {
  constexpr std::size_t longest_word = 200;
  constexpr std::size_t longest_list = 600;
  return shortened(text, text.find(' ') == std::string::npos ? longest_word : longest_list);
}

std::string shown(const Word& word, Language language) {
  if (word.ours) return std::string(translated(word.text, language));
  // 12,345 and 12.345: the same number to an English and to a Dutch reader.
  return word.count ? grouped(word.text, language == Language::nl ? '.' : ',') : quoted(word.text);
}

// What nearly every pattern is: words in their order, and braces of their own. None where it is another.
std::optional<std::string> filled_in_order(std::string_view pattern, const std::vector<Word>& words,
                                           Language language) {
  std::string text;
  std::size_t next = 0;
  for (std::size_t at = pattern.find_first_of("{}"); at != pattern.npos; at = pattern.find_first_of("{}")) {
    const std::string_view two = pattern.substr(at, 2);
    text += pattern.substr(0, at);
    if (two == "{{" || two == "}}") text += two.front();
    else if (two == "{}" && next < words.size()) text += shown(words[next++], language);
    else return std::nullopt;
    pattern.remove_prefix(at + 2);
  }
  text += pattern;
  return text;
}

}  // namespace

std::string in_dutch(const Word& word) { return shown(word, Language::nl); }

Word system_reason(int error) { return phrase(std::strerror(error)); }

std::string to_text(const Message& message, Language language) {
  const std::string_view pattern = translated(message.context, message.pattern, language);
  if (std::optional<std::string> text = filled_in_order(pattern, message.words, language)) return std::move(*text);
  fmt::dynamic_format_arg_store<fmt::format_context> words;
  for (const Word& word : message.words) words.push_back(shown(word, language));
  return fmt::vformat(pattern, words);
}

}  // namespace saldo
