// saldo man: the manual page, in the language of man (roff).
#include <fmt/ranges.h>

#include <algorithm>
#include <sstream>

#include "base/text.h"
#include "cli/carry_out.h"
#include "cli/command.h"
#include "cli/help.h"

namespace saldo {

namespace of_man {
namespace {

// One line of text as roff reads it: nothing in it is a request, a quote or an escape; `code` is bold.
std::string roff(std::string_view text) {
  std::string out = text.starts_with('.') ? "\\&" : "";
  bool bold = false;
  for (const char c : text) {
    switch (c) {
      case '\\': out += "\\e"; break;
      case '-': out += "\\-"; break;
      case '\'': out += "\\(aq"; break;
      case '"': out += "\\(dq"; break;
      case '^': out += "\\(ha"; break;
      case '~': out += "\\(ti"; break;
      case '`': out += (bold = !bold) ? "\\fB" : "\\fR"; break;
      default: out += c;
    }
  }
  return out;
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);)
    lines.push_back(line.substr(std::min(line.find_first_not_of(' '), line.size())));
  return lines;
}

// Paragraphs are parted by an empty line; what stands on a line of its own stays so.
std::string paragraphs(const std::string& text) {
  std::string out;
  bool begun = false;
  for (const std::string& line : lines_of(text)) {
    if (line.empty()) out += ".PP\n", begun = false;
    else out += (begun ? ".br\n" : "") + roff(line) + '\n', begun = true;
  }
  return out;
}

// "-o, --output FILE", the names bold and what they take in italics.
std::string title_of(const Option& option) {
  if (option.is_argument()) return fmt::format("\\fI{}\\fR", roff(option.name));
  std::string title = option.short_name.empty() ? "" : fmt::format("\\fB{}\\fR, ", roff(option.short_name));
  title += fmt::format("\\fB{}\\fR", roff(option.name));
  return option.takes == Takes::nothing ? title : title + fmt::format(" \\fI{}\\fR", roff(option.label));
}

std::string item(const Option& option, Language language) {
  const std::string description = description_of(option, language);
  std::string out = fmt::format(".TP\n{}\n{}", title_of(option), paragraphs(description));
  const std::vector<std::string_view> words = words_of(option);
  const auto told = [&](std::string_view word) { return description.find(word) != std::string::npos; };
  if (!std::all_of(words.begin(), words.end(), told))
    out +=
        fmt::format(".br\n{} {}\n", translated("One of", language), roff(fmt::format("{}.", fmt::join(words, ", "))));
  return out;
}

std::string synopsis(const Command& command) {
  std::string line = fmt::format("\\fBsaldo {}\\fR", roff(command.name));
  for (const Option& option : command.options) {
    if (!option.is_argument()) continue;
    const std::string name = fmt::format("\\fI{}\\fR{}", roff(option.name), option.repeated ? "..." : "");
    line += option.required ? " " + name : fmt::format(" [{}]", name);
  }
  return line + " [\\fIOPTION\\fR...]";
}

// "Examples:" and the lines under it, as they are typed.
std::string example_lines(std::span<const Example> examples, Language language) {
  std::string out = fmt::format(".PP\n{}\n.PP\n.nf\n.RS 4\n", roff(translated("Examples:", language)));
  std::size_t typed = 0;
  for (const Example& example : examples) typed = std::max(typed, example.typed.size());
  for (const Example& example : examples) {
    const std::string_view remark = translated(example.remark, language);
    out += roff(remark.empty() ? std::string(example.typed) : fmt::format("{:{}}  {}", example.typed, typed, remark)) +
           '\n';
  }
  return out + ".RE\n.fi\n";
}

std::string section(std::string_view english, Language language) {
  return fmt::format(".SH {}\n", roff(translated(english, language)));
}

// What every command has, such as --help, is told once.
std::string command_section(const Command& command, Language language) {
  std::string out =
      fmt::format(".SS {}\n{}", synopsis(command), paragraphs(std::string(translated(command.summary, language))));
  for (const bool arguments : {true, false})
    for (const Option& option : command.options)
      if (option.is_argument() == arguments) out += item(option, language);
  return out + example_lines(command.examples, language);
}

std::string environment(Language language) {
  struct Variable {
    std::string_view names, meaning;
  };
  constexpr Variable variables[] = {
      {"COLUMNS", marked("The width of the output where it does not go to a terminal.")},
      {"NO_COLOR", marked("No colours when it is set.")},
      {"CLICOLOR_FORCE, FORCE_COLOR",
       marked("Colours when one is set and not 0, also where the output is no terminal.")},
      {"CLICOLOR", marked("No colours when it is 0.")},
      {"TERM", marked("No colours when it is empty or dumb.")},
      {"LC_ALL, LC_MESSAGES, LANG", marked("The language saldo speaks; nothing else follows them.")},
  };
  std::string out = section("ENVIRONMENT", language);
  for (const auto& [names, meaning] : variables)
    out += fmt::format(".TP\n\\fB{}\\fR\n{}\n", names, roff(translated(meaning, language)));
  return out;
}

std::string manual(Language language) {
  std::string summary = program_summary(language);
  if (summary.ends_with('.')) summary.pop_back();
  std::string out = fmt::format(".TH SALDO 1 {} \"saldo {}\"\n", SALDO_RELEASED, SALDO_VERSION);
  out += section("NAME", language) + fmt::format("saldo \\- {}\n", roff(summary));
  out += section("SYNOPSIS", language) + "\\fBsaldo\\fR \\fICOMMAND\\fR [\\fIARGUMENT\\fR...] [\\fIOPTION\\fR...]\n";
  out += section("DESCRIPTION", language) + paragraphs(fmt::format("{}", fmt::join(program_notes(language), "\n\n")));
  out += section("COMMANDS", language);
  for (const Command* command : all_commands()) out += command_section(*command, language);
  out += section("OPTIONS", language);
  for (const Option& option : program_options()) out += item(option, language);
  return out + environment(language);
}

struct Asked {};

Asked read(Reading&) { return {}; }

int run(const Asked&, const Console& console) { return write_output(console, manual(console.language)); }

constexpr Example examples[] = {
    {"saldo man > saldo.1", marked("then: man -l saldo.1")},
    {"saldo man | head -n 1", marked("of which version it is")},
};

}  // namespace
}  // namespace of_man

extern const Command man_command{
    .name = "man",
    .summary = marked("the manual page"),
    .options = {},
    .examples = of_man::examples,
    .run = carry_out<Needs::nothing, of_man::read, of_man::run>,
};

}  // namespace saldo
