#include "support/support.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <stdexcept>

#include "calc/balances.h"
#include "calc/check/checks.h"
#include "calc/resolve.h"
#include "calc/wijziging/neutraal.h"
#include "calc/wijziging/work_out.h"
#include "cli/run.h"
#include "plan/link/link.h"

namespace fs = std::filesystem;

namespace {

// Tests say themselves which locale they mean; the one of who runs them is none of theirs.
const bool in_no_locale = [] {
  for (const char* name :
       {"LANG", "LANGUAGE", "LC_ALL", "LC_MESSAGES", "LC_CTYPE", "LC_NUMERIC", "LC_COLLATE", "LC_TIME", "LC_MONETARY"})
    ::unsetenv(name);
  return true;
}();

}  // namespace

TempPlan::TempPlan(const std::map<std::string, std::string>& files) {
  std::string name = (fs::temp_directory_path() / "saldo-test-XXXXXX").string();
  if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("cannot make a temporary folder");
  folder = name;
  for (const auto& [file, text] : files) {
    fs::create_directories((folder / file).parent_path());
    std::ofstream(folder / file, std::ios::binary) << text;
  }
}

TempPlan::~TempPlan() {
  std::error_code ignored;
  fs::remove_all(folder, ignored);
}

saldo::LoadedPlan load_text(const std::string& text) {
  const TempPlan plan({{"plan.toml", text}});
  return load_actueel(plan.file("plan.toml"));
}

saldo::LoadedPlan load_actueel(const std::string& path) {
  saldo::PlanBase base = saldo::load_base(path);
  const saldo::ChangeList changes = saldo::adopted_changes(base);
  std::vector<saldo::NotNeutral> not_neutral = saldo::find_not_neutral(base, changes);
  saldo::LoadedPlan loaded{std::move(base.joined), std::move(base.findings), std::move(base.files)};
  if (base.complete) saldo::apply_changes(changes, loaded.plan, loaded.findings);
  loaded.plan.not_neutral = std::move(not_neutral);
  saldo::sort_by_place(loaded.findings);
  return loaded;
}

std::vector<std::string> rule_ids(const saldo::Findings& findings) {
  std::vector<std::string> ids;
  for (const saldo::Diagnostic& finding : findings) ids.emplace_back(saldo::info(finding.rule).id);
  return ids;
}

namespace {

// A stream that ends up in a string.
class MemoryStream {
 public:
  MemoryStream() : stream_(::open_memstream(&bytes_, &size_)) {}
  MemoryStream(const MemoryStream&) = delete;
  MemoryStream& operator=(const MemoryStream&) = delete;
  ~MemoryStream() {
    std::fclose(stream_);
    std::free(bytes_);
  }
  std::FILE* stream() const { return stream_; }
  std::string text() const {
    std::fflush(stream_);
    return {bytes_, size_};
  }

 private:
  char* bytes_ = nullptr;
  std::size_t size_ = 0;
  std::FILE* stream_;
};

}  // namespace

Run run_saldo(const std::vector<std::string>& arguments, std::size_t width) {
  const MemoryStream out, err;
  saldo::Console console{out.stream(), err.stream()};
  console.width = width;
  console.wraps = width != 120;  // as COLUMNS would ask for it
  const int code = saldo::run_cli(arguments, console);
  return {code, out.text(), err.text()};
}

std::vector<std::vector<std::string>> read_csv(std::string_view text, char separator) {
  std::vector<std::vector<std::string>> rows;
  std::vector<std::string> row(1);
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (quoted && c == '"' && i + 1 < text.size() && text[i + 1] == '"') row.back() += text[++i];
    else if (c == '"') quoted = !quoted;
    else if (quoted) row.back() += c;
    else if (c == separator) row.emplace_back();
    else if (c == '\n') {
      rows.push_back(std::move(row));
      row.assign(1, "");
    } else if (c != '\r') row.back() += c;
  }
  return rows;
}

namespace {

// As work_out() does for a plan that is not linked yet.
saldo::Findings work_out_linked(const saldo::LoadedPlan& loaded, saldo::Worked& worked) {
  if (!loaded.findings.empty()) return loaded.findings;
  worked.plan = loaded.plan;
  saldo::Resolved resolved = saldo::resolve(worked.plan);
  if (!resolved.findings.empty()) return resolved.findings;
  worked.amounts = std::move(resolved.amounts);
  worked.balances = saldo::work_out_balances(worked.plan, worked.amounts);
  if (!worked.plan.booked.empty()) {
    const auto budget = std::make_shared<saldo::Worked>();
    budget->plan = worked.plan;
    saldo::forget_booked(budget->plan);
    budget->amounts = saldo::resolve(budget->plan).amounts;
    budget->balances = saldo::work_out_balances(budget->plan, budget->amounts);
    worked.begroot = budget;
  }
  return saldo::check_range(worked.plan, worked.balances);
}

}  // namespace

saldo::Findings hindrances(const saldo::LoadedPlan& loaded) {
  saldo::Worked worked;
  return work_out_linked(loaded, worked);
}

saldo::Findings check_all(const saldo::LoadedPlan& loaded) {
  saldo::Worked worked;
  saldo::Findings findings = work_out_linked(loaded, worked);
  return findings.empty() ? saldo::check_plan(worked) : findings;
}

std::vector<std::string> tell(const saldo::LoadedPlan& loaded, const saldo::Findings& findings) {
  return tell(loaded.files, findings);
}

std::vector<std::string> tell(const std::vector<std::string>& files, const saldo::Findings& findings) {
  const fs::path root = files.front();
  const fs::path base = files.size() == 1 && !fs::is_directory(root) ? root.parent_path() : root;
  std::vector<std::string> told;
  for (const saldo::Diagnostic& finding : findings) {
    const saldo::Place& place = finding.place;
    std::string where = fs::path(files[saldo::position(place.file)]).lexically_relative(base).string();
    if (place.line > 0) where += fmt::format(":{}:{}", place.line, place.column);
    told.push_back(fmt::format("{}: {} [{}]", where, to_text(finding.message), saldo::info(finding.rule).id));
  }
  return told;
}

bool have(const std::string& program) {
  return std::system(("command -v " + program + " >/dev/null 2>&1").c_str()) == 0;
}

std::vector<std::string> toml_files(const std::string& root) {
  std::vector<std::string> files;
  for (const std::filesystem::directory_entry& entry : std::filesystem::recursive_directory_iterator(root))
    if (entry.path().extension() == ".toml") files.push_back(entry.path().string());
  std::sort(files.begin(), files.end());
  return files;
}

std::string read_text(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

bool has(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

std::string shell_prints(const std::string& command) {
  std::FILE* pipe = ::popen(("{ " + command + "\n} 2>&1").c_str(), "r");
  if (pipe == nullptr) throw std::runtime_error("cannot start a shell");
  std::string printed;
  for (int c = std::fgetc(pipe); c != EOF; c = std::fgetc(pipe)) printed += static_cast<char>(c);
  const int status = ::pclose(pipe);
  if (status == 0) return printed;
  return printed + (WIFEXITED(status) ? "[exit " + std::to_string(WEXITSTATUS(status)) + "]" : "[killed]");
}

std::string judged_in_node(const std::string& script, const std::string& arguments) {
  return shell_prints("'" SALDO_SOURCE_DIR "/tests/support/in_node' " + script + " '" SALDO_SOURCE_DIR "/build/npm' " +
                      arguments);
}

std::string fate_of(const std::function<void()>& work) {
  constexpr unsigned patience = 60;  // seconds
  const pid_t child = ::fork();
  if (child == 0) {
    for (const int signal : {SIGABRT, SIGSEGV, SIGFPE, SIGILL, SIGTERM}) std::signal(signal, SIG_DFL);
    ::dup2(::open("/dev/null", O_WRONLY | O_CLOEXEC), STDERR_FILENO);
    ::alarm(patience);
    try {
      work();
    } catch (...) {
      ::_exit(1);
    }
    ::_exit(0);
  }
  int status = 0;
  if (child < 0 || ::waitpid(child, &status, 0) != child) return "could not be started";
  if (WIFEXITED(status)) return WEXITSTATUS(status) == 0 ? "fine" : "crashed";  // a sanitizer ends with a code
  return WTERMSIG(status) == SIGALRM ? "hung" : std::string("crashed: ") + ::strsignal(WTERMSIG(status));
}
