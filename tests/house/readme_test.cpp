// The README and docs/ show what saldo really says: `scripts/readme` writes their blocks, and this test reads them back.
// What they refer to is there, and every page is in the list.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>

#include "support/catch.h"
#include "support/support.h"

namespace fs = std::filesystem;

namespace {

struct Shown {
  std::vector<std::string> arguments;
  std::string file;    // that the output stands in, instead of in a block
  std::string filter;  // "head" or "tail": only so many lines
  std::size_t most_lines = SIZE_MAX;
  std::string block;
};

// `<!-- $ saldo check data/x | head -7 -->`, then a fenced block; or `<!-- $ saldo table data/x --format svg > x.svg -->`.
std::vector<Shown> shown_in(const std::string& page) {
  std::ifstream in(SALDO_SOURCE_DIR "/" + page);
  std::vector<Shown> all;
  const std::string start = "<!-- $ saldo ";
  for (std::string line; std::getline(in, line);) {
    if (!line.starts_with(start)) continue;
    Shown shown;
    std::istringstream words(line.substr(start.size(), line.size() - start.size() - std::string(" -->").size()));
    for (std::string word; words >> word;) {
      if (word == ">") {
        words >> shown.file;
      } else if (word == "|") {
        std::string count;
        words >> shown.filter >> count;
        shown.most_lines = std::stoul(count.substr(1));
      } else {
        shown.arguments.push_back(word);
      }
    }
    if (shown.file.empty()) {
      std::getline(in, line);
      while (std::getline(in, line) && line != "```") shown.block += line + '\n';
    } else {
      shown.block = read_text(SALDO_SOURCE_DIR "/" + shown.file);
    }
    all.push_back(std::move(shown));
  }
  return all;
}

std::string shown_lines(const std::string& text, const Shown& shown) {
  std::istringstream in(text);
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);) lines.push_back(line + '\n');
  const std::size_t count = std::min(lines.size(), shown.most_lines);
  const std::size_t first = shown.filter == "tail" ? lines.size() - count : 0;
  std::string out;
  for (std::size_t i = first; i < first + count; ++i) out += lines[i];
  return out;
}

std::vector<std::string> pages() {
  std::vector<std::string> all{"README.md"};
  for (const fs::directory_entry& entry : fs::directory_iterator(SALDO_SOURCE_DIR "/docs"))
    if (entry.path().extension() == ".md") all.push_back("docs/" + entry.path().filename().string());
  std::sort(all.begin(), all.end());
  return all;
}

// The files that a page refers to, without their #.
std::vector<std::string> linked_from(const std::string& page) {
  std::ifstream in(SALDO_SOURCE_DIR "/" + page);
  const std::string text(std::istreambuf_iterator<char>(in), {});
  std::vector<std::string> targets;
  for (std::size_t at = text.find("]("); at != std::string::npos; at = text.find("](", at + 1)) {
    const std::string target = text.substr(at + 2, text.find_first_of(")#", at + 2) - at - 2);
    if (!target.empty() && !target.starts_with("http")) targets.push_back(target);
  }
  return targets;
}

}  // namespace

TEST_CASE("the README and the pages of docs/ show what saldo says today", "[readme]") {
  const InFolder here(SALDO_SOURCE_DIR);
  std::size_t count = 0;
  for (const std::string& page : pages()) {
    for (const Shown& shown : shown_in(page)) {
      ++count;
      const Run run = run_saldo(shown.arguments);
      INFO("run scripts/readme if this is what " << page << " should say now");
      CHECK(shown_lines(run.out + run.err, shown) == shown.block);
    }
  }
  CHECK(count >= 20);
}

TEST_CASE("the README fits on a few screens") {
  std::ifstream in(SALDO_SOURCE_DIR "/README.md");
  const std::string text(std::istreambuf_iterator<char>(in), {});
  CHECK(std::count(text.begin(), text.end(), '\n') <= 150);
}

TEST_CASE("what the README and the examples refer to is there, and docs/README.md lists every page") {
  for (const std::string page : {"README.md", "docs/tour.md", "docs/plan.md", "examples/README.md", "bench/README.md"})
    for (const std::string& target : linked_from(page)) {
      INFO(page << ": " << target);
      CHECK(fs::exists(fs::path(SALDO_SOURCE_DIR) / fs::path(page).parent_path() / target));
    }
  const std::vector<std::string> listed = linked_from("docs/README.md");
  for (const std::string& page : pages()) {
    INFO(page);
    if (page.starts_with("docs/") && page != "docs/README.md")
      CHECK(std::count(listed.begin(), listed.end(), page.substr(5)) == 1);
  }
}
