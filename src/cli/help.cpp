#include "cli/help.h"

namespace saldo {

namespace {

std::string in(Language language, std::string_view english) { return std::string(translated(english, language)); }

// What the library calls things when it is asked; the rest of its words stand where they are replaced.
[[maybe_unused]] constexpr std::string_view words_of_the_library[] = {marked("Options"), marked("Subcommands"),
                                                                      marked("TEXT")};

// YEARS, WHAT:{programmalijn,project,post} and N:INT in [20 - 1000]: the word in front, and the library's own in the range.
std::string type_name(std::string_view type, Language language) {
  const std::size_t colon = type.find(':');
  std::string text = in(language, type.substr(0, colon));
  if (colon == std::string_view::npos) return text;
  const std::string_view range = marked("INT in ");
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
  for (const std::string_view label :
       {marked("Usage"), marked("OPTIONS"), marked("Positionals"), marked("REQUIRED"), marked("SUBCOMMAND")})
    formatter->label(std::string(label), in(language, label));
  app.description(in(language, app.get_description()));
  app.group(in(language, app.get_group()));
  for (CLI::Option* option : app.get_options()) {
    option->description(in(language, option->get_description()));
    option->group(in(language, option->get_group()));
    const std::string type = option->get_type_name();
    if (!type.empty()) formatter->label(type, type_name(type, language));
  }
}

}  // namespace saldo
