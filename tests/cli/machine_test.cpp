// Where the machine has no more to give: slower, or one line and exit 2.
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>

#include "base/on_threads.h"
#include "support/catch.h"
#include "support/support.h"

namespace {

const std::string risk = "'" + saldo_program() + "' risk '" SALDO_SOURCE_DIR "/examples/risico'";

}  // namespace

TEST_CASE("where no thread can be started the result is the same") {
  const std::string alone =
      "setpriv --reuid=65533 --regid=65533 --clear-groups bash -c \"ulimit -u 1; exec \\\"\\$@\\\"\" sh ";
  if (::geteuid() != 0 || !shell_prints(alone + "true").empty()) SKIP("only root can be a user without threads");
  if (!shell_prints(alone + "'" + saldo_program() + "' --version >/dev/null").empty())
    SKIP("another user cannot run what was built here");
  for (const std::string command :
       {"risk '" SALDO_SOURCE_DIR "/examples/risico'",
        "compare '" SALDO_SOURCE_DIR "/data/achterhoek-2025-2028' --sweep index.loon=3..6:0.5"}) {
    const std::string line = "'" + saldo_program() + "' " + command;
    INFO(line);
    CHECK(shell_prints(alone + line) == shell_prints(line));
  }
}

TEST_CASE("memory that runs out is one line and exit 2") {
  const std::string little = "ulimit -v 100000; ";
  if (!shell_prints(little + "'" + saldo_program() + "' --version >/dev/null").empty())
    SKIP("sanitizers need more memory than that");
  CHECK(shell_prints(little + risk + " --runs 10000000") == "saldo: not enough memory\n[exit 2]");
  CHECK(shell_prints(little + "LC_ALL=nl_NL.UTF-8 " + risk + " --runs 10000000") ==
        "saldo: te weinig geheugen\n[exit 2]");
}

TEST_CASE("a run that is ended while it saves leaves no draft") {
  const TempPlan folder({{"known.txt", std::string()}});
  const std::string check = "'" + saldo_program() +
                            "' check '" SALDO_SOURCE_DIR "/data/achterhoek-2025-2028' --write-baseline '" +
                            folder.file("known.txt") + "' >/dev/null 2>&1";
  static_cast<void>(shell_prints(check));
  const std::string whole = read_text(folder.file("known.txt"));
  REQUIRE_FALSE(whole.empty());
  for (const std::string signal : {"TERM", "INT", "HUP"})
    for (int milliseconds = 1; milliseconds < 200; milliseconds += 9) {
      std::ofstream(folder.file("known.txt")).flush();
      static_cast<void>(
          shell_prints("timeout --signal=" + signal + " " + std::to_string(milliseconds) + "e-3 " + check));
      const std::string now = read_text(folder.file("known.txt"));
      CHECK((now.empty() || now == whole));
      CHECK(std::distance(std::filesystem::directory_iterator(folder.folder), {}) == 1);
    }
}

TEST_CASE("what one thread throws reaches the caller") {
  for (const std::size_t threads : {1u, 4u})
    CHECK_THROWS_WITH(saldo::on_threads(100, threads,
                                        [] {
                                          return [](std::size_t i) {
                                            if (i == 7) throw std::runtime_error("seven");
                                          };
                                        }),
                      "seven");
}
