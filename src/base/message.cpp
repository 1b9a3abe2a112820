#include "base/message.h"

#include <fmt/args.h>

#include <algorithm>
#include <cstdint>
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

std::size_t first_brace(std::string_view pattern) {
  const auto found = std::find_if(pattern.begin(), pattern.end(), [](char c) { return c == '{' || c == '}'; });
  return static_cast<std::size_t>(found - pattern.begin());
}

// What nearly every pattern is: words in their order, and braces of their own. None where it is another.
std::optional<std::string> filled_in_order(std::string_view pattern, const MessageWords& words, Language language) {
  std::string text;
  MessageWords::Iterator next = words.begin();
  for (std::size_t at = first_brace(pattern); at < pattern.size(); at = first_brace(pattern)) {
    const std::string_view two = pattern.substr(at, 2);
    text += pattern.substr(0, at);
    if (two == "{{" || two == "}}") text += two.front();
    else if (two != "{}" || next == words.end()) return std::nullopt;
    else {
      text += shown(*next, language);
      ++next;
    }
    pattern.remove_prefix(at + 2);
  }
  text += pattern;
  return text;
}

constexpr std::uint32_t most_bytes = (1U << 30) - 1;  // of a word: a sentence shows a few hundred

// Four bytes, as a plan has many findings of many words.
struct WordHead {
  std::uint32_t size : 30 = 0;
  std::uint32_t ours : 1 = 0;
  std::uint32_t count : 1 = 0;
};

WordHead head_of(std::string_view rest) {
  WordHead head;
  std::memcpy(&head, rest.data(), sizeof head);
  return head;
}

std::string packed(std::initializer_list<Word> words) {
  std::string packed;
  for (const Word& word : words) {
    char bytes[sizeof(WordHead)] = {};
    const WordHead head{static_cast<std::uint32_t>(word.text.size()) & most_bytes, word.ours, word.count};
    std::memcpy(bytes, &head, sizeof head);
    packed.append(bytes, sizeof bytes) += std::string_view(word.text).substr(0, most_bytes);
  }
  return packed;
}

}  // namespace

MessageWords::MessageWords(std::initializer_list<Word> words)
    : packed_(words.size() == 0 ? std::string() : packed(words)) {}

Word MessageWords::Iterator::operator*() const {
  const WordHead head = head_of(rest_);
  Word word(std::string(rest_.substr(sizeof head, head.size)), head.ours);
  word.count = head.count;
  return word;
}

MessageWords::Iterator& MessageWords::Iterator::operator++() {
  rest_.remove_prefix(sizeof(WordHead) + head_of(rest_).size);
  return *this;
}

std::string in_dutch(const Word& word) { return shown(word, Language::nl); }

Word system_reason(int error) { return phrase(std::strerror(error)); }

std::string to_text(const Message& message, Language language) {
  const std::string_view pattern = translated(message.context, message.pattern, language);
  if (std::optional<std::string> text = filled_in_order(pattern, message.words, language)) return std::move(*text);
  fmt::dynamic_format_arg_store<fmt::format_context> words;
  for (const Word word : message.words) words.push_back(shown(word, language));
  return fmt::vformat(pattern, words);
}

}  // namespace saldo
