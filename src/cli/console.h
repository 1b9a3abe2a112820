// The outside world of one run: two streams and what they can show.
#pragma once

#include <cstdio>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/language.h"
#include "base/text.h"
#include "render/style.h"

namespace saldo {

enum Exit : int { exit_fine = 0, exit_findings = 1, exit_failed = 2, exit_bug = 70 };

struct Console {
  std::FILE* out = nullptr;
  std::FILE* err = nullptr;
  std::size_t width = 120;  // of what reads `out`
  bool wraps = false;       // the width is that of a terminal or asked for, so that findings are broken to it as well
  bool colour_out = false;
  bool colour_err = false;
  Language language = Language::en;
  bool ends_process = false;  // the process ends with this run: see leave()
  // Folders that a CI server sees the paths of this plan from: the first that a file lies in. Few commands ask, so it is
  // found when asked.
  std::vector<std::string> (*repository_tops)(const std::string& plan) = [](const std::string&) {
    return std::vector<std::string>();
  };
};

// What a command is done with at its end: where the process ends as well, all memory goes at once, and taking a large plan
// apart piece by piece would take a twentieth of the run.
template <class Thing>
void leave(Thing&& thing, const Console& console) {
  if (console.ends_process) static_cast<void>(new auto(std::forward<Thing>(thing)));
}

// How findings look on err.
Style error_style(const Console& console);

// Streams as the environment gives them: a terminal's own width, also when a pipe leads to it, else COLUMNS, else 120;
// colour only on a terminal and without NO_COLOR; the language of the locale; the top
// of the repository as the job names it (GITHUB_WORKSPACE), then as git would find it from the plan and from here. A
// workspace that is no repository itself comes behind that of the plan: a job may have checked out more than one in it.
Console standard_console();

// The first of these that says anything decides: nl, nl_NL.UTF-8, nl_BE@euro are Dutch, all else is English.
Language language_of_locale(std::string_view lc_all, std::string_view lc_messages, std::string_view lang);

// Writes and flushes. A failed write is told on err and gives exit_failed; a reader that has gone away, only the code.
int write_output(const Console& console, std::string_view bytes);

// The same of a document that is written while `make` makes it: after a failed write no more of it is wanted.
int write_output(const Console& console, const std::function<void(TextOut&)>& make);

void write_error(const Console& console, std::string_view text);

// A message on a line of its own, of which nothing that somebody typed can steer a terminal.
std::string shown_line(const Message& message, Language language);

// A line on err for who typed the command; what went wrong is told by usage_error or as a finding.
void tell_line(const Console& console, const Message& message);

// A path as it is typed in a shell: a b is 'a b'.
std::string quoted_for_shell(const std::string& path);

}  // namespace saldo
