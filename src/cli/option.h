// Options are data: what a command can be asked, told once. The parser is fed from it; help, completion, the manual,
// mistakes and the fuzzer read it.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <vector>

#include "base/language.h"

namespace saldo {

// What may be written for an option or argument.
enum class Takes : std::uint8_t {
  nothing,  // a flag
  word,     // one of `words`
  number,   // a whole number from `least` to `most`
  plan,
  file,
  scenario,  // a file, or the name of one in scenarios/ of a plan before it
  rule,      // the id of a rule
  text,
};

struct OptionWord {
  constexpr OptionWord(const char* written, Marked what = {}) : word(written), description(what) {}
  constexpr OptionWord(std::string_view written, Marked what = {}) : word(written), description(what) {}
  std::string_view word;
  Marked description;  // where the description of the option tells enough, none
};

// A word that ends with a colon is the beginning of others: kenmerk:financier.
constexpr bool is_word(std::string_view typed, std::string_view word) {
  return word.ends_with(':') ? typed.starts_with(word) && typed.size() > word.size() : typed == word;
}

// An option, or what is told by its place. Descriptions and labels are marked(…).
struct Option {
  std::string_view name = {};        // --years; without dashes it is an argument: PLAN
  std::string_view short_name = {};  // -h
  Takes takes = Takes::nothing;
  Marked label = {};  // what help calls its value: YEARS; of an argument, where its own name is not for every language
  Marked description = {};
  std::span<const OptionWord> words = {};
  std::size_t least = 0, most = 0;
  bool or_cell = false;  // beside `words` anything with a slash: an address
  bool listed = false;   // several of `words` as well, with a comma between
  bool required = false;
  bool repeated = false;           // may be given more than once
  std::string_view needs = {};     // the name of an option that must stand beside it
  std::string_view excludes = {};  // and of one that may not; told of one of the two
  constexpr bool is_argument() const { return !name.starts_with('-'); }
  // What its value, or the argument itself, is called: to be translated.
  constexpr std::string_view value_name() const { return is_argument() && label.empty() ? name : label; }
};

// "-h", "--help": what may be typed for an option.
inline std::vector<std::string_view> names_of(const Option& option) {
  if (option.short_name.empty()) return {option.name};
  return {option.short_name, option.name};
}

inline std::vector<std::string_view> words_of(const Option& option) {
  std::vector<std::string_view> words;
  for (const OptionWord& word : option.words) words.push_back(word.word);
  return words;
}

// What can be copied from help and works, and what it shows. `typed` is marked where it holds words of a language.
struct Example {
  std::string_view typed;
  Marked remark = {};
};

// Options and groups of them as one list, in the order of help.
template <class... Parts>
constexpr auto option_list(const Parts&... parts) {
  constexpr auto size_of = []<class Part>(const Part*) {
    if constexpr (std::is_same_v<Part, Option>) return std::size_t{1};
    else return std::tuple_size_v<Part>;
  };
  std::array<Option, (size_of(static_cast<const Parts*>(nullptr)) + ... + 0)> all{};
  std::size_t filled = 0;
  const auto add = [&](const auto& part) {
    if constexpr (std::is_same_v<std::remove_cvref_t<decltype(part)>, Option>) all[filled++] = part;
    else
      for (const Option& option : part) all[filled++] = option;
  };
  (add(parts), ...);
  return all;
}

}  // namespace saldo
