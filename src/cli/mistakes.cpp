#include <fmt/ranges.h>

#include <algorithm>

#include "base/say.h"
#include "base/text.h"
#include "cli/command_line.h"
#include "cli/reading.h"

namespace saldo {

namespace {

Message unexpected(const CommandLine& line) {
  std::vector<std::string_view> known;
  for (const Option& option : line.options)
    if (!option.is_argument()) known.push_back(option.name);
  const std::string written = line.rest.front().substr(0, line.rest.front().find('='));
  const std::optional<std::string> likely = nearest(written, known);
  return likely ? say("`{}` is not expected here; did you mean `{}`?", written, *likely)
                : say("`{}` is not expected here", written);
}

std::optional<Message> wrong_word(const Option& option, const std::string& text) {
  const std::vector<std::string_view> words = words_of(option);
  if (std::any_of(words.begin(), words.end(), [&text](std::string_view word) { return is_word(text, word); }))
    return std::nullopt;
  if (option.or_cell && text.find('/') != std::string::npos) return std::nullopt;
  const std::string choices = fmt::format("{}", fmt::join(words, ", "));
  const std::optional<std::string> likely = nearest(text, words);
  return likely ? say("{}: `{}` is not one of {}; did you mean `{}`?", option.name, text, choices, *likely)
                : say("{}: `{}` is not one of {}", option.name, text, choices);
}

// The first of a list that is wrong by itself.
std::optional<Message> wrong_list(const Option& option, const std::string& text) {
  for (const std::string& part : parts_of_list(text))
    if (std::optional<Message> wrong = wrong_word(option, part)) return wrong;
  return std::nullopt;
}

std::optional<Message> wrong_number(const Option& option, const std::string& text) {
  const std::optional<std::size_t> number = read_number(text);
  if (number && *number >= option.least && *number <= option.most) return std::nullopt;
  return say("{}: `{}` is not a whole number from {} to {}", option.name, text, option.least, option.most);
}

std::optional<Message> wrong_value(const Option& option, const std::string& text) {
  if (option.takes == Takes::nothing && text != "true" && text != "false") return say("{} takes no value", option.name);
  if (option.takes == Takes::word) return option.listed ? wrong_list(option, text) : wrong_word(option, text);
  return option.takes == Takes::number ? wrong_number(option, text) : std::nullopt;
}

// What stands wrong between one option and the others.
std::optional<Message> wrong_company(const CommandLine& line, std::size_t at) {
  const Option& option = line.options[at];
  const bool given = !line.texts[at].empty();
  const auto is_given = [&](std::string_view name) { return !line.texts_of(Option{.name = name}).empty(); };
  if (option.required && !given)
    return say("{} is required", option.is_argument() ? phrase(option.value_name()) : Word(std::string(option.name)));
  if (given && !option.needs.empty() && !is_given(option.needs))
    return say("{} needs {} beside it", option.name, option.needs);
  if (given && !option.excludes.empty() && is_given(option.excludes))
    return say("{} and {} do not go together", option.name, option.excludes);
  return std::nullopt;
}

void find_mistakes_of(const CommandLine& line, std::size_t at, std::vector<Message>& mistakes) {
  const Option& option = line.options[at];
  const std::vector<std::string>& texts = line.texts[at];
  if (line.waiting == at) mistakes.push_back(say("{} needs a value", option.name));
  if (texts.size() > 1 && !option.repeated) {
    mistakes.push_back(say("{} is given more than once", option.name));
    return;
  }
  for (const std::string& text : texts)
    if (std::optional<Message> wrong = wrong_value(option, text)) mistakes.push_back(std::move(*wrong));
  if (std::optional<Message> wrong = wrong_company(line, at)) mistakes.push_back(std::move(*wrong));
}

}  // namespace

std::vector<Message> find_mistakes(const CommandLine& line) {
  std::vector<Message> mistakes;
  for (std::size_t i = 0; i < line.options.size(); ++i) find_mistakes_of(line, i, mistakes);
  if (!line.rest.empty()) mistakes.push_back(unexpected(line));
  return mistakes;
}

Message unknown_command(std::string_view written, std::span<const std::string_view> known) {
  const std::optional<std::string> likely = nearest(written, known);
  return likely ? say("there is no command `{}`; did you mean `{}`?", written, *likely)
                : say("there is no command `{}`", written);
}

}  // namespace saldo
