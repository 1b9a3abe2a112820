// Same input, same bytes: whatever the locale, the time zone, the order in which the disk gives names, and the number of
// processors. The golden tests compare the compilers, as scripts/test runs them with two.
#include <stdlib.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "support/catch.h"
#include "support/support.h"

namespace fs = std::filesystem;

namespace {

const std::vector<std::string> commands = {"table . --by post",
                                           "table . --by project --format csv --csv-dialect excel-nl",
                                           "table . --tidy --format json",
                                           "project . 3.18 --format md",
                                           "overlap .",
                                           "carryover . --format json",
                                           "check .",
                                           "check . --format json",
                                           "--help"};

// All that these commands print in a folder, in one text. They run side by side, as with sanitizers one takes a second.
std::string all_output(const fs::path& folder, const std::string& settings) {
  const TempPlan printed({});
  std::string script = "cd '" + folder.string() + "'\n", tell = "wait\ncat";
  for (std::size_t i = 0; i < commands.size(); ++i) {
    const std::string file = " '" + printed.file(std::to_string(i)) + "'";
    script +=
        "{ " + settings + " '" + saldo_program() + "' " + commands[i] + " || echo \"[exit $?]\"; } >" + file + " 2>&1 &\n";
    tell += file;
  }
  return shell_prints(script + tell);
}

std::vector<fs::path> plan_files() {
  std::vector<fs::path> files;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(achterhoek()))
    if (entry.is_regular_file()) files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  return files;
}

void copy_in_order(const std::vector<fs::path>& files, const fs::path& folder) {
  for (const fs::path& file : files) {
    const fs::path copy = folder / file.lexically_relative(achterhoek());
    fs::create_directories(copy.parent_path());
    fs::copy_file(file, copy);
  }
}

std::vector<std::string> disk_order(const fs::path& folder) {
  std::vector<std::string> names;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder / "projecten"))
    names.push_back(entry.path().filename().string());
  return names;
}

// Makes locales where the system has their sources: "" when it cannot.
std::string made_locales(const TempPlan& folder) {
  if (!have("localedef") || !fs::exists("/usr/share/i18n/locales/tr_TR")) return "";
  for (const std::string name : {"tr_TR", "nl_NL", "ar_EG"})
    shell_prints("localedef -i " + name + " -f UTF-8 --no-archive '" + folder.file(name + ".UTF-8") + "'");
  return fs::exists(folder.folder / "tr_TR.UTF-8") ? folder.path() : "";
}

}  // namespace

TEST_CASE("the locale changes no byte of the output, but for the language of messages") {
  const std::string expected = all_output(achterhoek(), "LC_ALL=C");
  CHECK(expected.size() > 50'000);
  // A name without a locale behind it is a setting people have too.
  for (const std::string settings :
       {"LC_ALL=tr_TR.UTF-8", "LC_ALL=", "LC_ALL=C.UTF-8", "LANG=C LC_NUMERIC=nl_NL.UTF-8 LC_COLLATE=nl_NL.UTF-8"})
    CHECK(all_output(achterhoek(), settings) == expected);
  const TempPlan folder({});
  const std::string locales = made_locales(folder);
  if (locales.empty()) SKIP("no locales can be made here (localedef and the package locales)");
  const std::string from = "LOCPATH='" + locales + "' LANG=C ";
  for (const std::string settings : {"LC_ALL=tr_TR.UTF-8", "LC_ALL=ar_EG.UTF-8",
                                     "LC_NUMERIC=nl_NL.UTF-8 LC_COLLATE=nl_NL.UTF-8 LC_CTYPE=tr_TR.UTF-8"})
    CHECK(all_output(achterhoek(), from + settings) == expected);
}

TEST_CASE("a Dutch locale changes no byte of what machines read") {
  for (const std::string format : {"json", "csv", "md"}) {
    const std::string command = " '" + saldo_program() + "' check '" + achterhoek() + "' --format " + format;
    CHECK(shell_prints("LC_ALL=nl_NL.UTF-8" + command) == shell_prints("LC_ALL=C" + command));
  }
}

TEST_CASE("the time zone changes no byte of the output") {
  const std::string expected = all_output(achterhoek(), "TZ=UTC");
  for (const std::string settings : {"TZ=Pacific/Kiritimati", "TZ=America/Los_Angeles", "TZ=Onzin/Nergens"})
    CHECK(all_output(achterhoek(), settings) == expected);
}

TEST_CASE("the order in which the disk gives the files changes no byte of the output") {
  // A file system in memory gives the newest first, so there the order really differs.
  const fs::path memory = "/dev/shm";
  if (fs::exists(memory)) ::setenv("TMPDIR", memory.c_str(), 1);
  const TempPlan first({}), second({});
  ::unsetenv("TMPDIR");
  std::vector<fs::path> files = plan_files();
  copy_in_order(files, first.folder);
  std::reverse(files.begin(), files.end());
  copy_in_order(files, second.folder);
  CHECK(all_output(first.folder, "") == all_output(second.folder, ""));
  if (disk_order(first.folder) == disk_order(second.folder)) SKIP("the disk gives both folders in the same order");
}

TEST_CASE("the number of processors changes no byte of the output") {
  if (!have("taskset")) SKIP("taskset is not installed");
  // Enough files for a second thread: those of the plan, and as many that are wrong, so that findings are in order too.
  const TempPlan folder({});
  copy_in_order(plan_files(), folder.folder);
  for (int i = 0; i < 40; ++i) {
    const fs::path file = folder.folder / ("fout" + std::to_string(i) + ".toml");
    std::ofstream(file) << "[[project]]\nkleur = " << i << "\n";
  }
  for (const fs::path& plan : {fs::path(achterhoek()), folder.folder}) {
    const std::string expected = all_output(plan, "");
    CHECK(all_output(plan, "taskset -c 0") == expected);
    for (int i = 0; i < 5; ++i) CHECK(all_output(plan, "") == expected);
  }
}
