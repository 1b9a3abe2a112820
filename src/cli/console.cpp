#include "cli/console.h"

#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <cstdlib>
#include <filesystem>
#include <iterator>
#include <optional>
#include <string>
#include <system_error>

#include "base/finding/diagnostic.h"
#include "base/say.h"
#include "render/printable.h"

namespace saldo {

namespace {

std::string_view variable(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string_view() : std::string_view(value);
}

bool is_pipe(int fd) {
  struct stat status {};
  return ::fstat(fd, &status) == 0 && S_ISFIFO(status.st_mode);
}

// What goes through a pager or `head` still ends on the terminal that err is on; a file has no width.
std::optional<std::size_t> output_width() {
  const int fd = is_pipe(STDOUT_FILENO) ? STDERR_FILENO : STDOUT_FILENO;
  winsize size{};
  if (::isatty(fd) && ::ioctl(fd, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
  const std::string_view columns = variable("COLUMNS");
  std::size_t width = 0;
  const auto [end, error] = std::from_chars(columns.data(), columns.data() + columns.size(), width);
  return error == std::errc() && end == columns.data() + columns.size() && width > 0 ? std::optional(width)
                                                                                     : std::nullopt;
}

bool is_repository(const std::filesystem::path& folder) {
  std::error_code ignored;
  return std::filesystem::exists(folder / ".git", ignored);
}

// Where the nearest .git is; a folder, or a file in a worktree or submodule.
std::optional<std::string> repository_of(std::filesystem::path path) {
  std::error_code error;
  path = std::filesystem::absolute(path, error).lexically_normal();
  for (; !error && !path.empty(); path = path.parent_path()) {
    if (is_repository(path)) return path.string();
    if (path == path.parent_path()) break;
  }
  return std::nullopt;
}

std::vector<std::string> repository_tops(const std::string& plan) {
  std::vector<std::string> tops;
  for (const std::string& inside : {plan, std::string(".")})
    if (const std::optional<std::string> top = repository_of(inside)) tops.push_back(*top);
  if (const std::string_view job = variable("GITHUB_WORKSPACE"); !job.empty())
    tops.emplace(is_repository(job) || tops.empty() ? tops.begin() : std::next(tops.begin()), job);
  return tops;
}

bool is_forced(std::string_view value) { return !value.empty() && value != "0"; }

// As https://no-color.org and https://bixense.com/clicolors have it: who wants none is heard first.
bool wants_colour(int fd) {
  if (!variable("NO_COLOR").empty()) return false;
  if (is_forced(variable("CLICOLOR_FORCE")) || is_forced(variable("FORCE_COLOR"))) return true;
  const std::string_view terminal = variable("TERM");
  return ::isatty(fd) && variable("CLICOLOR") != "0" && !terminal.empty() && terminal != "dumb";
}

}  // namespace

Console standard_console() {
  Console console{stdout, stderr};
  const std::optional<std::size_t> width = output_width();
  console.width = width.value_or(console.width);
  console.wraps = width.has_value();
  console.colour_out = wants_colour(STDOUT_FILENO);
  console.colour_err = wants_colour(STDERR_FILENO);
  console.language = language_of_locale(variable("LC_ALL"), variable("LC_MESSAGES"), variable("LANG"));
  console.repository_tops = repository_tops;
  return console;
}

Language language_of_locale(std::string_view lc_all, std::string_view lc_messages, std::string_view lang) {
  for (const std::string_view locale : {lc_all, lc_messages, lang})
    if (!locale.empty()) return locale.substr(0, locale.find_first_of("_.@")) == "nl" ? Language::nl : Language::en;
  return Language::en;
}

Style error_style(const Console& console) {
  Style style;
  style.width = console.width;
  style.wraps = console.wraps;
  style.colour = console.colour_err;
  style.language = console.language;
  return style;
}

int write_output(const Console& console, std::string_view bytes) {
  return write_output(console, [bytes](TextOut& out) { out += bytes; });
}

int write_output(const Console& console, const std::function<void(TextOut&)>& make) {
  int error = 0;
  const auto note = [&error](bool written) {
    if (!written && error == 0) error = errno;
    return written;
  };
  TextOut out([&](std::string_view piece) {
    return note(std::fwrite(piece.data(), 1, piece.size(), console.out) == piece.size());
  });
  make(out);
  out.pass_on();
  if (out.is_wanted() && note(std::fflush(console.out) == 0)) return exit_fine;
  const Message message = say("saldo: cannot write the output: {}", system_reason(error));
  if (error != EPIPE) tell_line(console, message);
  return exit_failed;
}

void write_error(const Console& console, std::string_view text) {
  // Nothing is left to tell a failure to but the exit code, which is not fine whenever there is something on err.
  static_cast<void>(std::fwrite(text.data(), 1, text.size(), console.err));
  static_cast<void>(std::fflush(console.err));
}

std::string shown_line(const Message& message, Language language) {
  return printable(to_text(message, language)) + '\n';
}

void tell_line(const Console& console, const Message& message) {
  write_error(console, shown_line(message, console.language));
}

std::string quoted_for_shell(const std::string& path) {
  if (path.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-/") == std::string::npos)
    return path;
  std::string quoted = "'";
  for (const char c : path) quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return quoted + "'";
}

}  // namespace saldo
