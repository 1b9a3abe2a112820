// What saldo says, in a form that can still be translated. `say` in base/say.h makes one.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

#include "base/language.h"
#include "base/slim/shared_text.h"

namespace saldo {

// What fills a place in a sentence: a name or figure of the user, or a phrase of our own that is translated as well.
struct Word {
  std::string text;
  bool ours = false;
  bool count = false;  // digits, which get a mark between thousands
  Word(std::string written, bool is_ours = false) : text(std::move(written)), ours(is_ours) {}
  operator const std::string&() const { return text; }
};
inline Word phrase(std::string_view english) { return {std::string(english), true}; }
inline Word counted(std::size_t number) {
  Word word(std::to_string(number));
  word.count = true;
  return word;
}
// Why the system refused something, by its own number.
Word system_reason(int error);

// The words of a sentence in one piece, as there are as many as a plan has findings.
class MessageWords {
 public:
  MessageWords() = default;
  MessageWords(std::initializer_list<Word> words);

  class Iterator {
   public:
    explicit Iterator(std::string_view rest) : rest_(rest) {}
    Word operator*() const;
    Iterator& operator++();
    friend bool operator==(const Iterator& a, const Iterator& b) { return a.rest_.size() == b.rest_.size(); }

   private:
    std::string_view rest_;
  };
  Iterator begin() const { return Iterator(packed_); }
  Iterator end() const { return Iterator({}); }

 private:
  SharedText packed_;  // of each its length, what it is, and its text
};

// A sentence whose words are not filled in yet, so that the pattern stays what a translation is looked up by.
struct Message {
  std::string_view pattern;  // a literal, fmt syntax
  MessageWords words = {};
  std::string_view context = {};  // what tells it from the same pattern elsewhere
  bool empty() const { return pattern.empty(); }
};

std::string to_text(const Message& message, Language language = Language::en);

// One word of it, as it stands among Dutch ones.
std::string in_dutch(const Word& word);

}  // namespace saldo
