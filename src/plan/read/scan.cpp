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

// By character, as every one of a plan is looked at.
using Stops = std::array<bool, 256>;
constexpr Stops stops_at(std::string_view characters) {
  Stops stops{};
  for (const char c : characters) stops[static_cast<unsigned char>(c)] = true;
  return stops;
}
constexpr Stops ends_word = stops_at(" \t\r\n=,[]{}#\"'");
constexpr Stops ends_basic = stops_at("\\\"\n");
constexpr Stops ends_literal = stops_at("'\n");
constexpr Stops changes_depth = stops_at("\"'#.[{]}=,\n");
constexpr Stops adds_depth = stops_at("\"'#.[{]}");

// The first of them from `at` on, or the end.
std::size_t next_stop(const Stops& stops, std::string_view text, std::size_t at) {
  const std::string_view rest = text.substr(std::min(at, text.size()));
  const auto is_stop = [&stops](char c) { return stops[static_cast<unsigned char>(c)]; };
  return static_cast<std::size_t>(std::find_if(rest.begin(), rest.end(), is_stop) - text.begin());
}

// The offset after the string that opens at `at`; a string that never closes ends with its line or the text, as far as
// this scan cares: the parser will report it.
std::size_t skip_string(std::string_view text, std::size_t at) {
  const char quote = text[at];
  const bool triple = is_triple(text, at);
  const Stops& ends = quote == '"' ? ends_basic : ends_literal;
  for (std::size_t i = next_stop(ends, text, at + (triple ? 3 : 1)); i < text.size();
       i = next_stop(ends, text, i + 1)) {
    if (text[i] == '\\') {
      ++i;
    } else if (text[i] == quote && (!triple || is_triple(text, i))) {
      return triple ? skip_quotes(text, i) : i + 1;
    } else if (text[i] == '\n' && !triple) {
      return i;
    }
  }
  return text.size();
}

// Nothing but a text goes on in another line: in triple quotes, or, in this scan, behind a backslash.
bool has_long_line(std::string_view text) {
  for (const std::string_view goes_on : {"\"\"\"", "'''", "\\\n"})
    if (text.find(goes_on) != text.npos) return true;
  for (std::size_t begin = 0, end = 0; begin < text.size(); begin = end + 1) {
    end = std::min(text.find('\n', begin), text.size());
    if (end - begin >= max_word_bytes) return true;  // a word is told with the character before it
  }
  return false;
}

std::size_t skip_line(std::string_view text, std::size_t at) { return std::min(text.find('\n', at), text.size()); }

}  // namespace

LineColumn line_column(std::string_view text, std::size_t offset) {
  const std::string_view before = text.substr(0, offset);
  const std::size_t line_start = before.rfind('\n') + 1;  // npos + 1 is 0
  return {static_cast<std::uint32_t>(std::count(before.begin(), before.end(), '\n') + 1),
          static_cast<std::uint32_t>(count_code_points(before.substr(line_start)) + 1)};
}

namespace {

std::optional<std::size_t> find_too_deep(std::string_view text, const Stops& stops) {
  int parts = 1;
  int level = 0;
  for (std::size_t i = next_stop(stops, text, 0); i < text.size(); i = next_stop(stops, text, i + 1)) {
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

}  // namespace

// First without what only begins another key: more parts are counted then, and half as often is there anything to do.
std::optional<std::size_t> find_too_deep(std::string_view text) {
  return find_too_deep(text, adds_depth) ? find_too_deep(text, changes_depth) : std::nullopt;
}

std::optional<std::size_t> find_too_long(std::string_view text) {
  if (text.size() <= max_word_bytes || !has_long_line(text)) return std::nullopt;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t begin = i;
    if (text[i] == '"' || text[i] == '\'') i = skip_string(text, i);
    else if (text[i] == '#') i = skip_line(text, i);
    else i = next_stop(ends_word, text, i + 1);
    if (i - begin > max_word_bytes && text[begin] != '#') return begin;
  }
  return std::nullopt;
}

}  // namespace saldo
