// saldo man: the manual page, in the language of man (roff).
#include <fmt/ranges.h>

#include <algorithm>
#include <sstream>

#include "base/text.h"
#include "cli/options.h"
#include "cli/shape.h"

namespace saldo {

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
std::string title_of(const Argument& argument) {
  std::string title;
  for (const std::string& name : argument.names)
    title += fmt::format("{}\\fB{}\\fR", title.empty() ? "" : ", ", roff(name));
  if (!argument.label.empty()) title += fmt::format("{}\\fI{}\\fR", title.empty() ? "" : " ", roff(argument.label));
  return title;
}

std::string item(const Argument& argument, Language language) {
  std::string out = fmt::format(".TP\n{}\n{}", title_of(argument), paragraphs(argument.description));
  const auto told = [&](const std::string& value) { return argument.description.find(value) != std::string::npos; };
  if (!std::all_of(argument.values.begin(), argument.values.end(), told))
    out += fmt::format(".br\n{} {}\n", translated("One of", language),
                       roff(fmt::format("{}.", fmt::join(argument.values, ", "))));
  return out;
}

std::string synopsis(const CommandShape& command) {
  std::string line = fmt::format("\\fBsaldo {}\\fR", roff(command.name));
  for (const Argument& argument : command.positionals) {
    const std::string name = fmt::format("\\fI{}\\fR{}", roff(argument.label), argument.repeated ? "..." : "");
    line += argument.required ? " " + name : fmt::format(" [{}]", name);
  }
  return line + " [\\fIOPTION\\fR...]";
}

// What every command has, such as --help, is told once.
bool is_general(const Argument& option, const ProgramShape& shape) {
  return std::any_of(shape.program.options.begin(), shape.program.options.end(),
                     [&](const Argument& other) { return other.names == option.names; });
}

// "Examples:" and the lines under it, as they are typed.
std::string examples(const std::string& footer) {
  const std::size_t end = footer.find('\n');
  if (end == std::string::npos) return "";
  std::string out = fmt::format(".PP\n{}\n.PP\n.nf\n.RS 4\n", roff(footer.substr(0, end)));
  for (const std::string& line : lines_of(footer.substr(end + 1)))
    if (!line.empty()) out += roff(line) + '\n';
  return out + ".RE\n.fi\n";
}

std::string section(std::string_view english, Language language) {
  return fmt::format(".SH {}\n", roff(translated(english, language)));
}

std::string command_section(const CommandShape& command, const ProgramShape& shape, Language language) {
  std::string out = fmt::format(".SS {}\n{}", synopsis(command), paragraphs(command.summary));
  for (const Argument& argument : command.positionals) out += item(argument, language);
  for (const Argument& option : command.options)
    if (!is_general(option, shape)) out += item(option, language);
  return out + examples(command.footer);
}

std::string environment(Language language) {
  struct Variable {
    std::string_view names, meaning;
  };
  constexpr Variable variables[] = {
      {"COLUMNS", "The width of the output where it does not go to a terminal."},
      {"NO_COLOR", "No colours when it is set."},
      {"LC_ALL, LC_MESSAGES, LANG", "The language saldo speaks; nothing else follows them."},
  };
  std::string out = section("ENVIRONMENT", language);
  for (const auto& [names, meaning] : variables)
    out += fmt::format(".TP\n\\fB{}\\fR\n{}\n", names, roff(translated(meaning, language)));
  return out;
}

std::string manual(const ProgramShape& shape, Language language) {
  std::string summary = shape.program.summary;
  if (summary.ends_with('.')) summary.pop_back();
  std::string out = fmt::format(".TH SALDO 1 {} \"saldo {}\"\n", SALDO_RELEASED, SALDO_VERSION);
  out += section("NAME", language) + fmt::format("saldo \\- {}\n", roff(summary));
  out += section("SYNOPSIS", language) + "\\fBsaldo\\fR \\fICOMMAND\\fR [\\fIARGUMENT\\fR...] [\\fIOPTION\\fR...]\n";
  out += section("DESCRIPTION", language) + paragraphs(shape.program.footer);
  out += section("COMMANDS", language);
  for (const CommandShape& command : shape.commands) out += command_section(command, shape, language);
  out += section("OPTIONS", language);
  for (const Argument& option : shape.program.options) out += item(option, language);
  return out + environment(language);
}

void add_options(CLI::App&, Request&) {}

int run(const Request&, const Console& console) {
  return write_output(console, manual(program_shape(console.language), console.language));
}

}  // namespace

const Command man_command{"man", "the manual page",
                          "  saldo man > saldo.1     then: man -l saldo.1\n"
                          "  saldo man | head -n 1   of which version it is\n",
                          add_options, run};

}  // namespace saldo
