// Findings are values: a rule, a place, a message, what else the reader needs and what to type.
#pragma once

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/language.h"
#include "base/money.h"
#include "base/rule.h"
#include "base/year.h"

namespace saldo {

enum class FileId : std::uint32_t {};

// Where something stands in the user's files. Lines and columns count from 1, columns and length in code points;
// line 0 means the file as a whole.
struct Place {
  FileId file{};
  std::uint32_t line = 0;
  std::uint32_t column = 0;
  std::uint32_t length = 0;
  friend auto operator<=>(const Place&, const Place&) = default;
};

// What fills a place in a sentence: a name or figure of the user, or a phrase of our own that is translated as well.
struct Word {
  std::string text;
  bool ours = false;
  Word(std::string written, bool is_ours = false) : text(std::move(written)), ours(is_ours) {}
  operator const std::string&() const { return text; }
};
inline Word phrase(std::string_view english) { return {std::string(english), true}; }
// Why the system refused something, by its own number.
Word system_reason(int error);

// A sentence whose words are not filled in yet, so that the pattern stays what a translation is looked up by.
struct Message {
  std::string_view pattern;  // a literal, fmt syntax
  std::vector<Word> words;
  std::string_view context = {};  // what tells it from the same pattern elsewhere
  bool empty() const { return pattern.empty(); }
};

inline Word word(const Word& word) { return word; }
inline std::string word(const std::string& text) { return text; }
inline std::string word(const char* text) { return text; }
inline std::string word(std::string_view text) { return std::string(text); }
inline std::string word(Money money) { return to_dutch_exact(money); }
inline std::string word(Year year) { return std::to_string(year.value); }
inline std::string word(std::size_t number) { return std::to_string(number); }
std::string word(Amount amount);

template <class>
struct AsWord {
  using type = const std::string&;
};

template <class... Words>
Message say(fmt::format_string<typename AsWord<Words>::type...> pattern, const Words&... words) {
  const fmt::string_view text = pattern;
  return {std::string_view(text.data(), text.size()), {word(words)...}};
}

// For a pattern that says too little to translate by itself: "{}".
template <class... Words>
Message say_as(std::string_view context, fmt::format_string<typename AsWord<Words>::type...> pattern,
               const Words&... words) {
  Message message = say(pattern, words...);
  message.context = context;
  return message;
}

std::string to_text(const Message& message, Language language = Language::en);

// Another place that belongs to a finding: "received by post 15 of 3.18, projecten/3.18.toml:98:17".
struct Related {
  Place place;
  Message message;
};

// What a finding is about, in the user's own numbers: by this it is recognised when lines move, ignored, and counted.
struct Subject {
  std::string project = {};  // the nr of a project or the id of a programmalijn; empty: the plan
  std::string post = {};
  std::string figure =
      {};  // baten, lasten, eindsaldo, the other project of an overdracht, an index, or a rule set aside
  std::optional<Year> year = {};
  friend bool operator==(const Subject&, const Subject&) = default;
};

struct Diagnostic {
  Rule rule{};
  Place place;
  Message message;
  std::vector<Related> related = {};
  Message help = {};
  Subject subject = {};
  Severity severity = info(rule).severity;  // as the user has set it
};

using Findings = std::vector<Diagnostic>;

// File order, then line and column; findings of one place keep the order they were made in.
inline void sort_by_place(Findings& findings) {
  std::stable_sort(findings.begin(), findings.end(),
                   [](const Diagnostic& a, const Diagnostic& b) { return a.place < b.place; });
}

}  // namespace saldo
