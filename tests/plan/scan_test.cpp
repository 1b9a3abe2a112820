// The guards before the parser skip what is plain in large steps: they tell what a walk by character tells, written here
// as plainly as can be.
#include "plan/read/scan.h"

#include <algorithm>
#include <iterator>
#include <random>
#include <string>

#include "base/text.h"
#include "support/catch.h"

using namespace saldo;

namespace {

bool is_triple(const std::string& text, std::size_t at) {
  return at + 2 < text.size() && text[at + 1] == text[at] && text[at + 2] == text[at];
}

std::size_t after_string(const std::string& text, std::size_t at) {
  const char quote = text[at];
  const bool triple = is_triple(text, at);
  for (std::size_t i = at + (triple ? 3 : 1); i < text.size(); ++i) {
    if (text[i] == '\\' && quote == '"') {
      ++i;
    } else if (text[i] == '\n' && !triple) {
      return i;
    } else if (text[i] == quote && !triple) {
      return i + 1;
    } else if (text[i] == quote && is_triple(text, i)) {
      std::size_t end = i;
      while (end < text.size() && text[end] == quote && end < i + 5) ++end;
      return end;
    }
  }
  return text.size();
}

std::size_t after_comment(const std::string& text, std::size_t at) {
  return std::min(text.find('\n', at), text.size());
}

std::optional<std::size_t> too_deep(const std::string& text) {
  int parts = 1, level = 0;
  for (std::size_t i = 0; i < text.size();) {
    const char c = text[i];
    if (c == '"' || c == '\'') {
      i = after_string(text, i);
      continue;
    }
    if (c == '#') {
      i = after_comment(text, i);
      continue;
    }
    if (c == '.' && ++parts > max_key_parts) return i;
    if (std::string("[{]}=,\n").find(c) != std::string::npos) parts = 1;
    if ((c == '[' || c == '{') && ++level > max_levels) return i;
    if (c == ']' || c == '}') level = std::max(0, level - 1);
    ++i;
  }
  return std::nullopt;
}

std::optional<std::size_t> too_long(const std::string& text) {
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t begin = i++;
    const char c = text[begin];
    if (c == '"' || c == '\'') i = after_string(text, begin);
    else if (c == '#') i = after_comment(text, begin);
    else
      while (i < text.size() && std::string(" \t\r\n=,[]{}#\"'").find(text[i]) == std::string::npos) ++i;
    if (i - begin > max_word_bytes && c != '#') return begin;
  }
  return std::nullopt;
}

// Of pieces such as plans and broken ones are made of; few kinds of them in one text, so that levels and points add up.
std::string random_text(std::mt19937& dice) {
  const std::string pieces[] = {"[",   "{",    "]",      "}",    "[[",        "]]",        ".",       "a.b",
                                "=",   ",",    "\n",     "\r\n", "\"",        "'",         "\"\"",    "\"\"\"",
                                "'''", "\\",   "\\\"",   "# x",  "#",         "é",         "€",       " ",
                                "1.5", "naam", "\"a[\"", "'}'",  "\"\\\"{\"", "{ b = 1 }", "[1.2, 3]"};
  std::string chosen[5];
  for (std::string& piece : chosen) piece = pieces[dice() % std::size(pieces)];
  std::string text;
  for (std::size_t left = dice() % 120; left > 0; --left) text += chosen[dice() % std::size(chosen)];
  return text;
}

}  // namespace

TEST_CASE("what is nested too deep is found where a walk by character finds it") {
  std::mt19937 dice(11);
  int deep = 0;
  for (int i = 0; i < 20'000; ++i) {
    const std::string text = random_text(dice);
    INFO(text);
    const std::optional<std::size_t> found = too_deep(text);
    REQUIRE(find_too_deep(text) == found);
    if (found) ++deep;
  }
  CHECK(deep > 500);
  CHECK(deep < 19'500);
}

TEST_CASE("what is too long is found where a walk by character finds it") {
  CHECK_FALSE(find_too_long(std::string(max_word_bytes, 'x')));
  CHECK(find_too_long(std::string(max_word_bytes + 1, 'x')) == 0);
  CHECK(find_too_long("# " + std::string(max_word_bytes + 1, 'x')) == std::nullopt);
  std::mt19937 dice(12);
  int is_long = 0;
  for (int i = 0; i < 2'000; ++i) {
    // Around the largest that may stand there, in a text that is hardly larger than that, or much.
    const std::string fill = dice() % 3 == 0 ? "[1]\n" : dice() % 2 == 0 ? "x" : "\\\n";
    std::string filled;
    for (std::size_t size = max_word_bytes - 4 + dice() % 9; filled.size() < size;) filled += fill;
    const std::string text = random_text(dice) + filled + random_text(dice);
    INFO(text);
    const std::optional<std::size_t> found = too_long(text);
    REQUIRE(find_too_long(text) == found);
    if (found) ++is_long;
  }
  CHECK(is_long > 100);
  CHECK(is_long < 1'900);
}
