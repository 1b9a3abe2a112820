// Every folder under golden/ is a test: what is typed, and everything that comes out. Its README.md says how to add one.
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>

#include "support/catch.h"
#include "support/support.h"

namespace fs = std::filesystem;

namespace {

const fs::path golden = fs::path(SALDO_SOURCE_DIR) / "tests/golden";

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
  return text;
}

// The words of a line as a shell would give them: spaces part, quotes keep together, a backslash takes what follows.
std::vector<std::string> words(const std::string& line) {
  std::vector<std::string> found;
  bool in_word = false;
  char quote = 0;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const char c = line[i];
    if (quote == 0 && (c == ' ' || c == '\n')) {
      in_word = false;
      continue;
    }
    if (!in_word) found.emplace_back();
    in_word = true;
    if (quote == 0 && (c == '\'' || c == '"')) quote = c;
    else if (c == quote) quote = 0;
    else if (c == '\\' && quote != '\'' && i + 1 < line.size()) found.back() += line[++i];
    else found.back() += c;
  }
  return found;
}

// The repository by a name without spaces: where a name has them it is quoted, and it would not be found again.
class Repository {
 public:
  Repository() : folder_(std::map<std::string, std::string>()), link_(folder_.folder / "saldo") {
    fs::create_directory_symlink(SALDO_SOURCE_DIR, link_);
  }
  std::string path() const {
    const std::string_view own = SALDO_SOURCE_DIR;
    return (own.find(' ') == own.npos ? std::string(own) : link_.string()) + "/";
  }

 private:
  TempPlan folder_;
  fs::path link_;
};

std::string repository() {
  static const Repository repository;
  return repository.path();
}

// @data/ and @examples/ stand for folders of the repository, on the way in and on the way out.
std::string with_folders(std::string text) {
  for (const std::string folder : {"data/", "examples/"}) text = replaced(text, "@" + folder, repository() + folder);
  return text;
}

std::string without_folders(std::string text) {
  for (const std::string folder : {"data/", "examples/"}) text = replaced(text, repository() + folder, "@" + folder);
  return text;
}

Run run_case(const fs::path& folder) {
  std::vector<std::string> arguments = words(read_text(folder / "cmd"));
  for (std::string& argument : arguments) argument = with_folders(std::move(argument));
  std::size_t width = 120;
  if (!arguments.empty() && arguments[0].starts_with("COLUMNS=")) {
    width = std::stoul(arguments[0].substr(8));
    arguments.erase(arguments.begin());
  }
  const InFolder here(folder);
  Run run = run_saldo(arguments, width);
  return {run.code, without_folders(run.out), without_folders(run.err)};
}

std::vector<std::string> lines(const std::string& text) {
  std::vector<std::string> found;
  std::istringstream in(replaced(text, "\r", "␍"));
  for (std::string line; std::getline(in, line);) found.push_back(line);
  if (!text.empty() && !text.ends_with('\n')) found.back() += "␄";  // no newline at the end
  return found;
}

// What stands between the lines both have at the beginning and at the end, at most a screen of it.
std::string difference(const std::string& expected, const std::string& got) {
  const std::vector<std::string> a = lines(expected), b = lines(got);
  const std::size_t shorter = std::min(a.size(), b.size());
  std::size_t head = 0, tail = 0;
  while (head < shorter && a[head] == b[head]) ++head;
  while (tail < shorter - head && a[a.size() - 1 - tail] == b[b.size() - 1 - tail]) ++tail;
  std::string out = "\nfrom line " + std::to_string(head + 1) + ", - expected, + got:\n";
  if (head > 0) out += "  " + a[head - 1] + '\n';
  const auto show = [&](char sign, const std::vector<std::string>& side) {
    constexpr std::size_t most = 12;
    for (std::size_t i = head; i < side.size() - tail; ++i) {
      if (i == head + most) {
        out += std::string(1, sign) + " ... " + std::to_string(side.size() - tail - i) + " more\n";
        return;
      }
      out += std::string(1, sign) + ' ' + side[i] + '\n';
    }
  };
  show('-', a);
  show('+', b);
  return out;
}

bool wants_update() { return std::getenv("SALDO_UPDATE_GOLDEN") != nullptr; }

void write_or_remove(const fs::path& file, const std::string& text) {
  if (text.empty()) fs::remove(file);
  else std::ofstream(file, std::ios::binary) << text;
}

void compare(const fs::path& file, const std::string& got) {
  if (wants_update()) {
    write_or_remove(file, got);
    return;
  }
  const std::string expected = read_text(file);
  if (expected != got) FAIL_CHECK(file.string() << difference(expected, got));
}

std::vector<fs::path> cases() {
  std::vector<fs::path> found;
  for (const fs::directory_entry& entry : fs::directory_iterator(golden))
    if (entry.is_directory()) found.push_back(entry.path());
  std::sort(found.begin(), found.end());
  return found;
}

}  // namespace

TEST_CASE("every golden folder: what is typed gives exactly this output, these errors and this exit code") {
  // No section for each: the whole loop would run again for every one of them.
  for (const fs::path& folder : cases()) {
    INFO(folder.filename().string());
    CHECK(fs::exists(folder / "cmd"));
    const Run run = run_case(folder);
    compare(folder / "out", run.out);
    compare(folder / "err", run.err);
    compare(folder / "exit", run.code == 0 ? "" : std::to_string(run.code) + "\n");
    CHECK(run.out.find(SALDO_SOURCE_DIR "/") == std::string::npos);
    CHECK(run.err.find(SALDO_SOURCE_DIR "/") == std::string::npos);
  }
}

TEST_CASE("the difference of two texts shows only what differs, and line ends") {
  CHECK(difference("a\nb\nc\n", "a\nx\nc\n") == "\nfrom line 2, - expected, + got:\n  a\n- b\n+ x\n");
  CHECK(difference("a\r\n", "a\n") == "\nfrom line 1, - expected, + got:\n- a␍\n+ a\n");
  CHECK(difference("a\n", "a") == "\nfrom line 1, - expected, + got:\n- a\n+ a␄\n");
}

TEST_CASE("a golden cmd is read as a shell would read it") {
  CHECK(words("table 'een map/plan.toml' --by \"project\" a\\ b ''\n") ==
        std::vector<std::string>{"table", "een map/plan.toml", "--by", "project", "a b", ""});
}
