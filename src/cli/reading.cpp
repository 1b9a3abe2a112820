#include "cli/reading.h"

#include <charconv>

namespace saldo {

std::string Reading::text(const Option& option, std::string_view otherwise) const {
  return texts(option).empty() ? std::string(otherwise) : texts(option).back();
}

std::size_t Reading::number(const Option& option, std::size_t otherwise) const {
  return read_number(text(option)).value_or(otherwise);
}

std::size_t Reading::word_number(const Option& option) const {
  const std::string typed = text(option);
  for (std::size_t i = 0; i < option.words.size(); ++i)
    if (is_word(typed, option.words[i].word)) return i;
  return 0;
}

std::vector<std::string> parts_of_list(std::string_view text) {
  std::vector<std::string> parts;
  for (std::size_t comma = text.find(','); comma != std::string_view::npos; comma = text.find(',')) {
    parts.emplace_back(text.substr(0, comma));
    text.remove_prefix(comma + 1);
  }
  parts.emplace_back(text);
  return parts;
}

std::optional<std::size_t> read_number(std::string_view text) {
  std::size_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size() ? std::optional(number) : std::nullopt;
}

}  // namespace saldo
