#include <fcntl.h>
#if __has_include(<malloc.h>)
#include <malloc.h>
#endif
#include <unistd.h>

#include <cstdlib>
#include <exception>
#include <new>
#include <string>
#include <vector>

#include "base/finding/diagnostic.h"
#include "base/say.h"
#include "cli/console.h"
#include "cli/run.h"

namespace {

// Made while there is memory for it.
std::string& no_memory() {
  static std::string line;
  return line;
}

// Wherever it runs out, in any thread: whoever asked for more cannot go on, and has written no part of a file of the user's.
void end_without_memory() {
  static_cast<void>(::write(STDERR_FILENO, no_memory().data(), no_memory().size()) < 0);
  ::_exit(saldo::exit_failed);
}

// The memory of a large list is given back as soon as the list is: else the C library begins to put such lists in its heap
// once one was let go, where a small thing behind them keeps all of it. Who tunes that library by hand is left to it.
void give_back_large_lists() {
#ifdef __GLIBC__
  if (std::getenv("GLIBC_TUNABLES") == nullptr) ::mallopt(M_MMAP_THRESHOLD, 128 * 1024);
#endif
}

// A stream that whoever started this has closed stays one that cannot be used: else the first file that is written gets its
// number, and what is said stands in that file.
void keep_closed_streams() {
  for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
    if (::fcntl(stream, F_GETFD) < 0)
      static_cast<void>(::open("/dev/null", stream == STDIN_FILENO ? O_WRONLY : O_RDONLY));
}

}  // namespace

int main(int argc, char** argv) {
  give_back_large_lists();
  keep_closed_streams();
  saldo::Console console = saldo::standard_console();
#ifndef SALDO_WATCHED  // which tells of memory that nobody gave back
  console.ends_process = true;
#endif
  const auto line = [&](const saldo::Message& message) { return saldo::shown_line(message, console.language); };
  no_memory() = line(saldo::say("saldo: not enough memory"));
  std::set_new_handler(end_without_memory);
  try {
    return saldo::run_cli(std::vector<std::string>(argv + (argc > 0 ? 1 : 0), argv + argc), console);
  } catch (const std::exception& bug) {
    saldo::write_error(console, line(saldo::say("saldo: this is a bug in saldo, please report it: {}", bug.what())));
    return saldo::exit_bug;
  }
}
