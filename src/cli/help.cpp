#include "cli/help.h"

#include <algorithm>

namespace saldo {

namespace {

std::string in(Language language, std::string_view english) { return std::string(translated(english, language)); }

// YEARS, WHAT:{programmalijn,project,post} and N:INT in [20 - 1000]: the word in front, and the library's own in the range.
std::string type_name(std::string_view type, Language language) {
  const std::size_t colon = type.find(':');
  std::string text = in(language, type.substr(0, colon));
  if (colon == std::string_view::npos) return text;
  const std::string_view range = "INT in ";
  std::string_view rest = type.substr(colon + 1);
  text += ':';
  if (rest.starts_with(range)) {
    text += in(language, range);
    rest.remove_prefix(range.size());
  }
  return text + std::string(rest);
}

}  // namespace

void translate_help(CLI::App& app, Language language) {
  if (language == Language::en) return;
  const std::shared_ptr<CLI::FormatterBase> formatter = app.get_formatter();
  for (const char* label : {"Usage", "OPTIONS", "Positionals", "REQUIRED", "SUBCOMMAND"})
    formatter->label(label, in(language, label));
  app.description(in(language, app.get_description()));
  app.group(in(language, app.get_group()));
  for (CLI::Option* option : app.get_options()) {
    option->description(in(language, option->get_description()));
    option->group(in(language, option->get_group()));
    const std::string type = option->get_type_name();
    if (!type.empty()) formatter->label(type, type_name(type, language));
  }
}

std::string translate_examples(std::string_view examples, Language language) {
  std::string out;
  while (!examples.empty()) {
    const std::string_view line = examples.substr(0, examples.find('\n'));
    const std::size_t typed = std::min(line.find("  ", line.find_first_not_of(' ')), line.size());
    const std::size_t remark = std::min(line.find_first_not_of(' ', typed), line.size());
    out += std::string(line.substr(0, remark)) + in(language, line.substr(remark)) + '\n';
    examples.remove_prefix(std::min(line.size() + 1, examples.size()));
  }
  return out;
}

}  // namespace saldo
