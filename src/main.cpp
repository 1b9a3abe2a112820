#include <exception>
#include <string>
#include <vector>

#include "base/finding/diagnostic.h"
#include "base/say.h"
#include "cli/console.h"
#include "cli/run.h"

int main(int argc, char** argv) {
  const saldo::Console console = saldo::standard_console();
  try {
    return saldo::run_cli(std::vector<std::string>(argv + (argc > 0 ? 1 : 0), argv + argc), console);
  } catch (const std::exception& bug) {
    saldo::write_error(console, to_text(saldo::say("saldo: this is a bug in saldo, please report it: {}", bug.what()),
                                        console.language) +
                                    "\n");
    return saldo::exit_bug;
  }
}
