#include "plan/read/scan.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace saldo {

namespace {

bool is_triple(std::string_view text, std::size_t at) {
  return at + 2 < text.size() && text[at + 1] == text[at] && text[at + 2] == text[at];
}

// The offset after the quotes that close a triple string: the string itself may end in up to two of them.
std::size_t skip_quotes(std::string_view text, std::size_t at) {
  const std::size_t last = std::min(text.find_first_not_of(text[at], at), text.size());
  return std::min(last, at + 5);
}

// The offset after the string that opens at `at`; a string that never closes ends with its line or the text, as far as
// this scan cares: the parser will report it.
std::size_t skip_string(std::string_view text, std::size_t at) {
  const char quote = text[at];
  const bool triple = is_triple(text, at);
  for (std::size_t i = at + (triple ? 3 : 1); i < text.size(); ++i) {
    if (text[i] == '\\' && quote == '"') {
      ++i;
    } else if (text[i] == quote && (!triple || is_triple(text, i))) {
      return triple ? skip_quotes(text, i) : i + 1;
    } else if (text[i] == '\n' && !triple) {
      return i;
    }
  }
  return text.size();
}

// By character, as every one of a plan is looked at.
constexpr std::array<bool, 256> ends_word = [] {
  std::array<bool, 256> ends{};
  for (const char c : std::string_view(" \t\r\n=,[]{}#\"'")) ends[static_cast<unsigned char>(c)] = true;
  return ends;
}();

std::size_t end_of_word(std::string_view text, std::size_t at) {
  ++at;
  while (at < text.size() && !ends_word[static_cast<unsigned char>(text[at])]) ++at;
  return at;
}

std::size_t skip_line(std::string_view text, std::size_t at) { return std::min(text.find('\n', at), text.size()); }

}  // namespace

LineColumn line_column(std::string_view text, std::size_t offset) {
  const std::string_view before = text.substr(0, offset);
  const std::size_t line_start = before.rfind('\n') + 1;  // npos + 1 is 0
  return {static_cast<std::uint32_t>(std::count(before.begin(), before.end(), '\n') + 1),
          static_cast<std::uint32_t>(count_code_points(before.substr(line_start)) + 1)};
}

std::optional<std::size_t> find_too_deep(std::string_view text) {
  int parts = 1;
  int level = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    switch (text[i]) {
      case '"':
      case '\'': i = skip_string(text, i) - 1; break;
      case '#': i = skip_line(text, i) - 1; break;
      case '.':
        if (++parts > max_key_parts) return i;
        break;
      case '[':
      case '{':
        parts = 1;
        if (++level > max_levels) return i;
        break;
      case ']':
      case '}':
        parts = 1;
        level = std::max(0, level - 1);
        break;
      case '=':
      case ',':
      case '\n': parts = 1; break;
      default: break;
    }
  }
  return std::nullopt;
}

std::optional<std::size_t> find_too_long(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t begin = i;
    if (text[i] == '"' || text[i] == '\'') i = skip_string(text, i);
    else if (text[i] == '#') i = skip_line(text, i);
    else i = end_of_word(text, i);
    if (i - begin > max_word_bytes && text[begin] != '#') return begin;
  }
  return std::nullopt;
}

}  // namespace saldo
