// Words that stay Dutch in every language: headings, names of rows and notes of a table, in the words of the field.
#pragma once

#include <fmt/core.h>

#include <string>
#include <utility>

#include "base/say.h"

namespace saldo {

template <class... Texts>
std::string filled_in(fmt::string_view pattern, const Texts&... texts) {
  return fmt::vformat(pattern, fmt::make_format_args(texts...));
}

class Dutch {
 public:
  explicit Dutch(std::string words) : words_(std::move(words)) {}
  // "Besluit bij {}: {}.": filled in as say() does it; no catalogue has another pattern for it.
  template <class... Words>
  explicit Dutch(fmt::format_string<typename AsWord<Words>::type...> pattern,
                 const Words&... words) requires(sizeof...(Words) > 0)
      : words_(filled_in(pattern, in_dutch(word(words))...)) {}

  const std::string& text() const { return words_; }
  operator const std::string&() const { return words_; }

 private:
  std::string words_;
};

inline const std::string& word(const Dutch& words) { return words.text(); }

// What stands above rows or columns: Dutch words, or what the user wrote or a translation gave. A bare literal is refused,
// as it does not say which.
class Label {
 public:
  Label() = default;
  Label(const Dutch& words) : text_(words.text()) {}
  Label(std::string text) : text_(std::move(text)) {}
  Label(const char*) = delete;

  bool empty() const { return text_.empty(); }
  const std::string& text() const { return text_; }
  operator const std::string&() const { return text_; }

 private:
  std::string text_;
};

}  // namespace saldo
