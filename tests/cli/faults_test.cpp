// A fault at every system call of a run that writes files: it makes no difference, or it is told and exits 2. Never a
// signal, a bug, half a file or a draft that stays.
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include "support/catch.h"
#include "support/small_plan.h"

namespace fs = std::filesystem;

namespace {

// One run, in a folder of its own: a plan, and the file that it writes.
struct Trial {
  std::string arguments;
  std::string written;
  std::string booked = "";  // an amount of it that was another one in the file that it takes the place of
};

// What it takes the place of: a file that a run may read, and that says something else.
std::string old_file(const Trial& trial, std::string whole) {
  const std::size_t at = trial.booked.empty() ? std::string::npos : whole.find(trial.booked);
  if (at == std::string::npos) return whole + "# oud\n";
  whole[at + trial.booked.size() - 1] = '7';
  return whole;
}

const std::vector<Trial> trials = {
    {"table plan --format csv --output uit", "uit/programmalijnen.csv"},
    {"check plan --write-baseline uit/bekend.txt", "uit/bekend.txt"},
    {"export plan -o uit/uit.sql", "uit/uit.sql"},
    {"export plan -o uit/uit.sqlite --tables bedrag", "uit/uit.sqlite"},
    {"close plan 2025 --actuals geboekt.csv --write", "plan/afsluitingen/2025.toml", "lasten = 9"}};

struct Place {
  Place()
      : folder({{"plan/plan.toml", head() + line("a")},
                {"plan/1.toml", project("1", "budget = 100") + lasten("2025 = 10")},
                {"plan/2.toml", project("2", "budget = 100") + lasten("2025 = 10")},
                {"geboekt.csv", "project,post,jaar,baten,lasten\n1,1,2025,,9\n2,1,2025,,9\n"}}) {
    fs::create_directories(folder.folder / "uit");
    fs::create_directories(folder.folder / "plan/afsluitingen");
  }
  // What is said on err, and how the run ended; `around` stands before the program.
  std::string run(const Trial& trial, const std::string& around) const {
    std::string said = shell_prints("cd '" + folder.path() + "' && " + around + " '" + saldo_program() + "' " +
                                    trial.arguments + " >/dev/null");
    const std::size_t written = said.find("written: ");
    if (written != std::string::npos) said.erase(written, said.find('\n', written) + 1 - written);
    return said;
  }
  std::string written(const Trial& trial) const { return read_text(folder.file(trial.written)); }
  std::ptrdiff_t files_written(const Trial& trial) const {
    return std::distance(fs::directory_iterator(fs::path(folder.file(trial.written)).parent_path()), {});
  }
  TempPlan folder;
};

// Of each system call: how often it is made before the plan is first touched, and how often in all.
struct Calls {
  int before = 0;
  int all = 0;
};

std::map<std::string, Calls> calls_of(const Trial& trial, const std::string& around = "") {
  const Place place;
  REQUIRE(place.run(trial, around + "strace -f -o log") == "");
  std::map<std::string, Calls> calls;
  bool begun = false;
  std::istringstream log(read_text(place.folder.file("log")));
  for (std::string line; std::getline(log, line);) {
    const std::size_t start = line.find_first_not_of("0123456789 "), end = line.find('(');
    if (end == std::string::npos || start >= end || line[start] == '<') continue;  // resumed, or ended
    const std::string name = line.substr(start, end - start);
    if (name != "execve" && has(line, "\"plan")) begun = true;
    Calls& counted = calls[name];
    ++counted.all;
    if (!begun) ++counted.before;
  }
  REQUIRE(begun);
  return calls;
}

// Not those that have no failure to tell; memory is refused below.
bool may_fail(const std::string& name) {
  for (const char* cannot : {"execve", "exit_group", "exit", "brk", "mmap", "munmap", "futex", "rseq", "umask"})
    if (name == cannot) return false;
  return true;
}

void check_fault(const Trial& trial, const std::string& around, const std::string& old, const std::string& whole) {
  INFO(around);
  const Place place;
  if (!old.empty()) std::ofstream(place.folder.file(trial.written)) << old;
  const std::string said = place.run(trial, around);
  INFO(said);
  const std::string now = place.written(trial);
  CHECK((now == whole || (now == old && has(said, "[exit 2]"))));
  CHECK((said.empty() || said.ends_with("\n[exit 2]")));
  CHECK((!said.starts_with("saldo: ") || said.find('\n') == said.rfind('\n')));
  CHECK(place.files_written(trial) == (now.empty() ? 0 : 1));
}

std::string whole_of(const Trial& trial) {
  const Place fine;
  REQUIRE(fine.run(trial, "") == "");
  REQUIRE_FALSE(fine.written(trial).empty());
  return fine.written(trial);
}

// Of a log of strace -y: what a run has made that need not be on the disk yet, files and the folders they are named in.
class NotYetKept {
 public:
  explicit NotYetKept(const fs::path& here) : here_(fs::canonical(here)) {}

  // A line of a call that went well.
  void follow(const std::string& line) {
    const auto is = [&](const char* call) { return has(line, std::string(" ") + call); };
    if (is("fsync(")) kept(part(line, "<", ">"));
    if (is("mkdir")) made(path(line));
    if (is("open") && has(line, "O_CREAT")) made(path(line)), paths_.insert(path(line));
    if (!is("rename")) return;
    ++renamed;
    const fs::path to = path(line.substr(line.find("\", ") + 2));
    for (const fs::path& one : paths_)
      if (one != to.parent_path()) before_its_name += one.string() + ' ';
    made(to);
  }
  std::string in_the_end() const {
    std::string all;
    for (const fs::path& one : paths_) all += one.string() + ' ';
    return all;
  }
  int renamed = 0;
  std::string before_its_name;

 private:
  static std::string part(const std::string& line, const std::string& open, const std::string& close) {
    const std::size_t begin = line.find(open) + open.size();
    return line.substr(begin, line.find(close, begin) - begin);
  }
  fs::path path(const std::string& line) const { return here_ / part(line, "\"", "\""); }
  void made(const fs::path& path) { paths_.insert(path.parent_path()); }
  void kept(const fs::path& path) { paths_.erase(path); }

  fs::path here_;
  std::set<fs::path> paths_;
};

bool can_trace() {
  return have("strace") && shell_prints("strace -o /dev/null true").empty() &&
         shell_prints("ulimit -v 100000; '" + saldo_program() + "' --version >/dev/null").empty();
}

}  // namespace

TEST_CASE("a fault at any system call leaves the old file or the whole new one, and is told") {
  if (!can_trace()) SKIP("strace is not installed, may not trace, or sanitizers watch");
  for (const Trial& trial : trials) {
    INFO(trial.arguments);
    const std::string whole = whole_of(trial);
    for (const auto& [name, calls] : calls_of(trial)) {
      if (!may_fail(name)) continue;
      const std::string trace =
          "strace -f --seccomp-bpf -o /dev/null -e trace=" + name + " -e inject=" + name + ":error=ENOSPC:when=";
      const bool few = calls.all - calls.before < 5;  // what is called often finds the old file every second time
      for (int n = calls.before + 1; n <= calls.all; ++n) {
        if (few || n % 2 == 0) check_fault(trial, trace + std::to_string(n), "", whole);
        if (few || n % 2 == 1) check_fault(trial, trace + std::to_string(n), old_file(trial, whole), whole);
      }
    }
  }
}

TEST_CASE("what is written is on the disk before it has its name, and then its name is") {
  if (!can_trace()) SKIP("strace is not installed, may not trace, or sanitizers watch");
  std::vector<Trial> all = trials;
  all.push_back({"close plan 2025 --actuals geboekt.csv --next volgend", ""});
  all.push_back({"init nieuw --years 2026-2029 --ci github", ""});
  for (const Trial& trial : all) {
    INFO(trial.arguments);
    const Place place;
    fs::remove(place.folder.file("plan/afsluitingen"));  // so that a close makes that as well
    CHECK_FALSE(has(place.run(trial, "strace -f -y -o log"), "[exit"));
    NotYetKept files(place.folder.folder);
    std::istringstream log(read_text(place.folder.file("log")));
    for (std::string line; std::getline(log, line);)
      if (!has(line, " = -1 ") && !has(line, "/dev/null")) files.follow(line);
    CHECK(files.renamed > 0);
    CHECK(files.before_its_name == "");
    CHECK(files.in_the_end() == "");
  }
}

TEST_CASE("whoever starts saldo without its streams gets no word of it in a file") {
  for (const Trial& trial : trials) {
    const std::string whole = whole_of(trial);
    for (const std::string closed : {"<&-", ">&-", "2>&-", "<&- >&-", "<&- >&- 2>&-"}) {
      INFO(trial.arguments << ' ' << closed);
      const Place place;
      const std::string said = shell_prints("cd '" + place.folder.path() + "' && '" + saldo_program() + "' " +
                                            trial.arguments + " " + closed);
      INFO(said);
      const std::string now = place.written(trial);
      CHECK((now == whole || now.empty()));
      CHECK(has(said, "[exit 2]") == has(' ' + closed, " >&-"));
      CHECK((has(said, "[exit 2]") || now == whole));
      CHECK(place.files_written(trial) == (now.empty() ? 0 : 1));
    }
  }
}

// Every allocation is asked of the system, so that any of them can be refused, with all that come after it.
TEST_CASE("memory that is refused from any moment on leaves the old file or the whole new one, and is told in a line") {
  if (!can_trace()) SKIP("strace is not installed, may not trace, or sanitizers watch");
  const std::string tunables = "GLIBC_TUNABLES=glibc.malloc.mmap_threshold=1 ";
  const std::string trace = tunables + "strace -f -o /dev/null -e trace=brk,mmap -e inject=brk:error=ENOMEM:when=2+ " +
                            "-e inject=mmap:error=ENOMEM:when=";
  for (const Trial& trial : trials) {
    INFO(trial.arguments);
    const std::string whole = whole_of(trial);
    const Calls asked = calls_of(trial, tunables)["mmap"];
    CHECK(asked.all - asked.before > 150);                 // the trees of its files lie in one each
    const int step = (asked.all - asked.before) / 60 | 1;  // sixty moments, by turns with and without an old file
    for (int n = asked.before + 1; n <= asked.all; n += step)
      check_fault(trial, trace + std::to_string(n) + "+", n % 2 == 0 ? "" : old_file(trial, whole), whole);
  }
}
