// saldo init as a program: a repository that starts nothing, a disk that is full, and a run that is ended halfway.
#include <filesystem>
#include <fstream>

#include "support/catch.h"
#include "support/support.h"

namespace fs = std::filesystem;

namespace {

std::string in(const TempPlan& folder, const std::string& command) {
  return shell_prints("cd '" + folder.path() + "' && " + command + " 2>&1");
}

std::string init(const std::string& more) { return "'" + saldo_program() + "' init plan --years 2026-2029 " + more; }

}  // namespace

TEST_CASE("a new repository has no hooks of a template, and is not that of GIT_DIR") {
  if (!have("git")) SKIP("git is not installed");
  const TempPlan folder(std::map<std::string, std::string>{
      {"sjabloon/hooks/reference-transaction",
       "#!/bin/sh\ntouch \"" + fs::temp_directory_path().string() + "/saldo-hook-ran\"\n"},
      {"config", "[init]\n\ttemplateDir = sjabloon\n[core]\n\thooksPath = sjabloon/hooks\n"}});
  fs::permissions(folder.file("sjabloon/hooks/reference-transaction"), fs::perms::owner_all);
  const fs::path ran = fs::temp_directory_path() / "saldo-hook-ran";
  fs::remove(ran);
  const std::string said =
      in(folder, "GIT_CONFIG_GLOBAL=$PWD/config GIT_TEMPLATE_DIR=$PWD/sjabloon GIT_DIR=$PWD/ander " + init("--git"));
  INFO(said);
  CHECK_FALSE(fs::exists(ran));
  CHECK(fs::exists(folder.file("plan/.git/HEAD")));
  CHECK_FALSE(fs::exists(folder.file("plan/.git/hooks")));
  CHECK_FALSE(fs::exists(folder.file("ander")));
  CHECK(has(in(folder, "cd plan && git status --short"), "?? plan.toml"));
  CHECK(has(in(folder, "'" + saldo_program() + "' init plan/b --years 2026 --git"), "lies in the repository"));
}

TEST_CASE("a file that may not grow leaves no folder and no draft") {
  const TempPlan folder(std::map<std::string, std::string>{});
  const std::string said = in(folder, "ulimit -f 1 && " + init("--with regio --lang en"));
  INFO(said);
  CHECK(has(said, "cannot write plan/plan.toml: File too large"));
  CHECK(fs::is_empty(folder.folder));
}

TEST_CASE("a folder that may not be written in is told") {
  if (shell_prints("id -u") == "0\n") SKIP("root may write anywhere");
  const TempPlan folder(std::map<std::string, std::string>{});
  fs::permissions(folder.folder, fs::perms::owner_read | fs::perms::owner_exec);
  CHECK(has(in(folder, init("--lang en")), "cannot make plan: Permission denied"));
  fs::permissions(folder.folder, fs::perms::owner_all);
}

TEST_CASE("a fault at any call that writes a new folder leaves the whole folder or nothing") {
  if (!have("strace") || !shell_prints("strace -o /dev/null true").empty() ||
      !shell_prints("ulimit -v 100000; '" + saldo_program() + "' --version >/dev/null").empty())
    SKIP("strace is not installed, may not trace, or sanitizers watch");
  const TempPlan beside(std::map<std::string, std::string>{});
  const std::string log = beside.file("log");
  for (const std::string call : {"mkdir", "openat", "write", "fsync", "chmod", "rename", "close"})
    for (int n = 1; n <= 60; n = n < 12 ? n + 1 : n + 7) {
      INFO(call << ' ' << n);
      const TempPlan folder(std::map<std::string, std::string>{});
      const std::string said = in(folder, "strace -f -qq -o '" + log + "' -e trace=" + call + " -e inject=" + call +
                                              ":error=ENOSPC:when=" + std::to_string(n) + " " + init("--ci github"));
      INFO(said);
      if (call == "mkdir" || call == "fsync" || call == "chmod" || call == "rename")
        CHECK(has(read_text(log), "(INJECTED)") == has(said, "[exit 2]"));
      CHECK_FALSE(has(said, "core dumped"));
      if (fs::exists(folder.file("plan"))) {
        CHECK(fs::exists(folder.file("plan/.github/workflows/begroting.yml")));
        CHECK(std::distance(fs::directory_iterator(folder.folder), {}) == 1);
      } else if (call != "openat") {
        CHECK(fs::is_empty(folder.folder));
      }
    }
}

TEST_CASE("who ends saldo while it makes a folder has all of it or nothing, and who kills it a draft at most") {
  if (!have("strace") || !shell_prints("strace -o /dev/null true").empty())
    SKIP("strace is not installed, or may not trace");
  for (const char* signal : {"SIGINT", "SIGTERM", "SIGHUP", "SIGKILL"})
    for (const int n : {1, 2, 4, 8}) {
      INFO(signal << ' ' << n);
      const bool is_kill = std::string(signal) == "SIGKILL";
      const TempPlan folder(std::map<std::string, std::string>{});
      in(folder, "strace -f -qq -o /dev/null -e trace=fsync -e inject=fsync:signal=" + std::string(signal) +
                     ":when=" + std::to_string(n) + " " + init(""));
      const bool is_whole = fs::exists(folder.file("plan/README.md"));
      if (n == 1) CHECK_FALSE(is_whole);  // files were still to be written
      for (const fs::directory_entry& entry : fs::directory_iterator(folder.folder)) {
        if (is_whole) CHECK(entry.path().filename() == "plan");
        else CHECK((is_kill && entry.path().filename().string().starts_with(".saldo.")));
      }
    }
}
