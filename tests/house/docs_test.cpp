// The pages in docs/ that saldo says itself are what it says today, and the page on the published budget promises no more.
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <set>
#include <sstream>

#include "support/catch.h"
#include "support/support.h"

namespace fs = std::filesystem;

namespace {

using namespace saldo;

struct PageRow {
  std::string id;
  bool told = false;
  std::string sources;  // the cell that says by which rule, and where
};

// The rows of the tables with five cells: "| A1 | where | what | ja | rule and place |".
std::vector<PageRow> rows_of(const std::string& page) {
  std::vector<PageRow> rows;
  const std::regex row(R"(\| ([A-H][0-9]+) \| [^|]* \| [^|]* \| (ja|nee[^|]*) \|(.*) ?\|)");
  std::istringstream in(page);
  std::smatch found;
  for (std::string line; std::getline(in, line);)
    if (std::regex_match(line, found, row)) rows.push_back({found[1], found[2] == "ja", found[3]});
  return rows;
}

// "controle plan.toml:35" of every `[controle](rules.md#controle) [plan.toml:35](...)`.
std::vector<std::string> findings_named_in(const std::string& text) {
  static const std::regex link(R"(\[([a-z-]+)\]\(rules\.md#[a-z-]+\) \[([^\]]+:[0-9]+)\])");
  std::vector<std::string> named;
  for (std::sregex_iterator it(text.begin(), text.end(), link), end; it != end; ++it)
    named.push_back((*it)[1].str() + " " + (*it)[2].str());
  return named;
}

// "controle plan.toml:35" of what is found in the plan at `path`, with `before` before the file: in its goals, or in all else.
std::set<std::string> findings_in(const std::string& path, bool in_goals, const std::string& before = "") {
  const LoadedPlan loaded = load_plan(path);
  Findings findings = check_all(loaded);
  std::erase_if(findings, [&](const Diagnostic& finding) { return is_of_goals(finding.rule) != in_goals; });
  std::set<std::string> all;
  for (const std::string& line : tell(loaded, findings)) {
    const std::size_t rule = line.rfind('[');
    const std::size_t column = line.find(':', line.find(':') + 1);
    all.insert(line.substr(rule + 1, line.size() - rule - 2) + " " + before + line.substr(0, column));
  }
  return all;
}

std::set<std::string> findings_of_check() { return findings_in(achterhoek(), false); }

// Of the five documents that have goals, each file as seen from data/.
std::set<std::string> findings_in_goals() {
  std::set<std::string> all;
  for (const std::string name :
       {"apeldoorn-2026", "apeldoorn-2024", "apeldoorn-2019", "achterhoek-2025-2028", "almelo-2019"})
    all.merge(findings_in(SALDO_SOURCE_DIR "/data/" + name, true, name + "/"));
  return all;
}

// What `saldo overlap`: 693.132 says: a command on the plan, and what it must show.
bool is_shown(const std::string& sources) {
  static const std::regex shown("`saldo ([a-z]+)( [^`]*)?`: ([^<|]*[^<| ])");
  bool any = false;
  for (std::sregex_iterator it(sources.begin(), sources.end(), shown), end; it != end; ++it) {
    std::vector<std::string> arguments{(*it)[1], achterhoek()};
    if ((*it)[2].matched) arguments.push_back((*it)[2].str().substr(1));
    if (run_saldo(arguments, 200).out.find((*it)[3]) == std::string::npos) return false;
    any = true;
  }
  return any;
}

std::size_t number_after(const std::string& page, const std::string& words) {
  const std::size_t at = page.find(words);
  return at == std::string::npos ? 0 : std::stoul(page.substr(at + words.size()));
}

const std::string& page() {
  static const std::string text = read_text(SALDO_SOURCE_DIR "/docs/bevindingen-achterhoek.md");
  return text;
}

}  // namespace

TEST_CASE("docs/ says what saldo says today", "[docs]") {
  const TempPlan folder({});
  const std::string line =
      "SALDO='" + saldo_program() + "' '" SALDO_SOURCE_DIR "/scripts/docs' '" + folder.path() + "'";
  REQUIRE(std::system(line.c_str()) == 0);
  for (const std::string name : {"rules.md", "format.md"}) {
    INFO("run scripts/docs if " << name << " should say something else now");
    CHECK(read_text(folder.file(name)) == read_text(SALDO_SOURCE_DIR "/docs/" + name));
    CHECK(read_text(folder.file(name)).size() > 1000);
  }
}

TEST_CASE("of each of the 94 contradictions in the published budget a page says whether saldo tells it", "[docs]") {
  const std::vector<PageRow> rows = rows_of(page());
  const std::set<std::string> told = findings_of_check();
  std::set<std::string> ids;
  std::size_t yes = 0;
  for (const PageRow& row : rows) {
    INFO(row.id << ": " << row.sources);
    CHECK(ids.insert(row.id).second);
    const std::vector<std::string> named = findings_named_in(row.sources);
    for (const std::string& finding : named) {
      INFO(finding);
      CHECK(told.contains(finding));
    }
    const bool is_told = !named.empty() || is_shown(row.sources);
    CHECK(is_told == row.told);
    if (row.told) ++yes;
  }
  CHECK(ids.size() == 94);
  CHECK(yes == number_after(page(), "zegt saldo er "));
  CHECK(yes == number_after(read_text(SALDO_SOURCE_DIR "/README.md"), "`saldo` names "));
}

TEST_CASE("every finding on the published budget stands on its page", "[docs]") {
  const std::vector<std::string> named = findings_named_in(page());
  const std::set<std::string> on_page(named.begin(), named.end());
  for (const std::string& finding : findings_of_check()) {
    INFO(finding);
    CHECK(on_page.contains(finding));
  }
}

TEST_CASE("of all that a reader found in the goals of five documents a page says whether saldo tells it", "[docs]") {
  const std::string goals = read_text(SALDO_SOURCE_DIR "/docs/bevindingen-doelen.md");
  const std::set<std::string> told = findings_in_goals();
  std::set<std::string> ids, on_page;
  std::size_t yes = 0;
  for (const PageRow& row : rows_of(goals)) {
    INFO(row.id << ": " << row.sources);
    CHECK(ids.insert(row.id).second);
    const std::vector<std::string> named = findings_named_in(row.sources);
    on_page.insert(named.begin(), named.end());
    CHECK(named.empty() != row.told);
    if (row.told) ++yes;
  }
  CHECK(ids.size() == number_after(goals, "Dit zijn de "));
  CHECK(yes == number_after(goals, "zegt saldo er "));
  CHECK(told.size() == number_after(goals, "samen "));
  CHECK(on_page == told);
}

TEST_CASE("every promise of docs/security.md names a test that is there", "[docs]") {
  std::string cases;
  for (const auto& entry : fs::recursive_directory_iterator(SALDO_SOURCE_DIR "/tests"))
    if (entry.path().extension() == ".cpp") cases += read_text(entry.path().string());
  std::istringstream page(read_text(SALDO_SOURCE_DIR "/docs/security.md"));
  int promises = 0;
  for (std::string line; std::getline(page, line);) {
    if (!line.starts_with("| ") || !line.ends_with("` |")) continue;
    const std::size_t from = line.rfind('`', line.size() - 4) + 1;
    const std::string proof = line.substr(from, line.size() - 3 - from);
    INFO(proof);
    ++promises;
    CHECK((has(cases, "TEST_CASE(\"" + proof + "\"") || fs::exists(SALDO_SOURCE_DIR "/" + proof)));
  }
  CHECK(promises > 20);
}
