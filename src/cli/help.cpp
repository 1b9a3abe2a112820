#include "cli/help.h"

#include <fmt/ranges.h>

#include <algorithm>

#include "base/say.h"
#include "base/text.h"

namespace saldo {

namespace {

constexpr std::size_t width = 80;
constexpr std::size_t option_column = 26, command_column = 14;

// FORMAT:{text,csv}, N:{20..1000}, YEARS; words that do not fit stand below, each with what it is.
std::string value_label(const Option& option, Language language) {
  std::string label(translated(option.value_name(), language));
  if (option.takes == Takes::number) label += fmt::format(":{{{}..{}}}", option.least, option.most);
  if (option.takes != Takes::word) return label;
  const std::string words = fmt::format(":{{{}}}", fmt::join(words_of(option), ","));
  return words.size() < width - option_column + 6 ? label + words : label;
}

std::string title_of(const Option& option, Language language) {
  if (option.is_argument()) return value_label(option, language);
  std::string title = option.short_name.empty() ? "" : fmt::format("{}, ", option.short_name);
  title += option.name;
  return option.takes == Takes::nothing ? title : title + ' ' + value_label(option, language);
}

// Which other option must or may not stand beside it.
std::string company_of(const Option& option, std::span<const Option> all, Language language) {
  std::vector<std::string> parts;
  const auto add = [&](const Message& message) { parts.push_back(to_text(message, language)); };
  if (!option.needs.empty()) add(say("with {}", option.needs));
  if (!option.excludes.empty()) add(say("not with {}", option.excludes));
  for (const Option& other : all)
    if (other.excludes == option.name) add(say("not with {}", other.name));
  return parts.empty() ? "" : fmt::format(" ({})", fmt::join(parts, "; "));
}

std::string wrapped(std::string_view text, std::size_t indent) {
  std::string out;
  for (const std::string& line : wrap(text, width - indent))
    out += (out.empty() ? "" : std::string(indent, ' ')) + line + '\n';
  return out;
}

// What something is called, and to the right of it, or below when that is longer, what it is.
std::string row(std::string_view title, std::string_view text, std::size_t column) {
  const std::string left = fmt::format("  {}", title);
  const bool fits = display_width(left) + 2 <= column;
  return (fits ? pad_right(left, column) : left + '\n' + std::string(column, ' ')) + wrapped(text, column);
}

std::string word_rows(const Option& option, Language language) {
  std::string out;
  std::size_t longest = 0;
  for (const OptionWord& word : option.words) longest = std::max(longest, word.word.size());
  for (const OptionWord& word : option.words)
    if (!word.description.empty())
      out += std::string(option_column, ' ') + fmt::format("{:>{}}: ", word.word, longest) +
             wrapped(translated(word.description, language), option_column + longest + 2);
  return out;
}

std::string option_rows(std::string_view heading, std::span<const Option> options, bool arguments, Language language) {
  std::string rows;
  for (const Option& option : options)
    if (option.is_argument() == arguments)
      rows += row(title_of(option, language),
                  std::string(translated(option.description, language)) + company_of(option, options, language),
                  option_column) +
              word_rows(option, language);
  return rows.empty() ? "" : fmt::format("\n{}:\n{}", translated(heading, language), rows);
}

std::string usage(std::string_view name, std::string_view rest, Language language) {
  return fmt::format("{}: {} [{}]{}\n", translated("Usage", language), name, translated("OPTIONS", language), rest);
}

std::string arguments_of(std::span<const Option> options, Language language) {
  std::string text;
  for (const Option& option : options) {
    if (!option.is_argument()) continue;
    const std::string name =
        fmt::format("{}{}", translated(option.value_name(), language), option.repeated ? "..." : "");
    text += option.required ? ' ' + name : fmt::format(" [{}]", name);
  }
  return text;
}

// The remarks stand in a column to the right of what is typed, where all of them fit there; else below it.
std::string example_rows(std::span<const Example> examples, Language language) {
  std::size_t typed = 0, remark = 0;
  for (const Example& example : examples) {
    typed = std::max(typed, display_width(translated(example.typed, language)));
    remark = std::max(remark, display_width(translated(example.remark, language)));
  }
  const bool beside = 2 + typed + 2 + remark <= width;
  std::string rows;
  for (const Example& example : examples) {
    const std::string_view text = translated(example.typed, language);
    const std::string_view told = translated(example.remark, language);
    if (told.empty()) rows += fmt::format("  {}\n", text);
    else if (beside) rows += fmt::format("  {}  {}\n", pad_right(text, typed), told);
    else rows += fmt::format("  {}\n      {}", text, wrapped(told, 6));
  }
  return rows;
}

}  // namespace

std::string program_summary(Language language) {
  return std::string(translated("Budgets, programme lines and the money between them, from TOML files.", language));
}

std::vector<std::string> program_notes(Language language) {
  return {std::string(translated("`saldo COMMAND --help` shows the options and examples of a command.", language)),
          std::string(translated("Exit codes: 0 fine; 1 `check` found errors, `diff --exit-code` differences; 2 it "
                                 "could not be done; 70 a bug in saldo.",
                                 language))};
}

std::string program_help(Language language) {
  std::string text = wrapped(program_summary(language), 0) +
                     usage("saldo", fmt::format(" {}", translated("COMMAND", language)), language) +
                     option_rows(marked("Options"), program_options(), false, language) +
                     fmt::format("\n{}:\n", translated("Commands", language));
  for (const Command* command : all_commands())
    text += row(command->name, translated(command->summary, language), command_column);
  for (const std::string& note : program_notes(language)) text += '\n' + wrapped(note, 0);
  return text;
}

std::string command_help(const Command& command, Language language) {
  const std::vector<Option> options = options_of(command);
  return wrapped(translated(command.summary, language), 0) +
         usage(fmt::format("saldo {}", command.name), arguments_of(options, language), language) +
         option_rows(marked("Arguments"), options, true, language) +
         option_rows(marked("Options"), options, false, language) +
         fmt::format("\n{}\n{}", translated("Examples:", language), example_rows(command.examples, language));
}

std::string description_of(const Option& option, Language language) {
  std::string text(translated(option.description, language));
  for (const OptionWord& word : option.words)
    if (!word.description.empty()) text += fmt::format("\n{}: {}", word.word, translated(word.description, language));
  return text;
}

std::string hint(const Option& option, Language language) {
  std::string_view line = translated(option.description, language);
  if (line.ends_with(':')) line.remove_suffix(1);
  return std::string(line);
}

}  // namespace saldo
