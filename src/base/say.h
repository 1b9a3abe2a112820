// Makes a Message of a sentence and its words; the compiler sees that they fit. Apart from message.h, as few who hold a
// finding make one.
#pragma once

#include <fmt/core.h>

#include "base/message.h"
#include "base/money.h"
#include "base/year.h"

namespace saldo {

inline Word word(const Word& word) { return word; }
inline std::string word(const std::string& text) { return text; }
inline std::string word(const char* text) { return text; }
inline std::string word(std::string_view text) { return std::string(text); }
inline std::string word(Money money) { return to_dutch_exact(money); }
inline std::string word(Year year) { return std::to_string(year.value); }
inline Word word(std::size_t number) { return counted(number); }
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

}  // namespace saldo
