// The README shows what saldo really says: `scripts/readme` writes its blocks, and this test reads them back.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>

#include "support/catch.h"
#include "support/support.h"

namespace {

struct Shown {
  std::vector<std::string> arguments;
  std::string filter;  // "head" or "tail": only so many lines
  std::size_t most_lines = SIZE_MAX;
  std::string block;
};

// `<!-- $ saldo check data/x | head -7 -->`, then a fenced block.
std::vector<Shown> shown_in(const std::string& page) {
  std::ifstream in(SALDO_SOURCE_DIR "/" + page);
  std::vector<Shown> all;
  const std::string start = "<!-- $ saldo ";
  for (std::string line; std::getline(in, line);) {
    if (!line.starts_with(start)) continue;
    Shown shown;
    std::istringstream words(line.substr(start.size(), line.size() - start.size() - std::string(" -->").size()));
    for (std::string word; words >> word;) {
      if (word == "|") {
        std::string count;
        words >> shown.filter >> count;
        shown.most_lines = std::stoul(count.substr(1));
      } else {
        shown.arguments.push_back(word);
      }
    }
    std::getline(in, line);
    while (std::getline(in, line) && line != "```") shown.block += line + '\n';
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

}  // namespace

TEST_CASE("the README and the page on scenarios show what saldo says today", "[readme]") {
  const std::filesystem::path before = std::filesystem::current_path();
  std::filesystem::current_path(SALDO_SOURCE_DIR);
  for (const std::string page : {"README.md", "docs/scenarios.md"}) {
    const std::vector<Shown> all = shown_in(page);
    CHECK(all.size() >= 4);
    for (const Shown& shown : all) {
      const Run run = run_saldo(shown.arguments);
      INFO("run scripts/readme if this is what " << page << " should say now");
      CHECK(shown_lines(run.out + run.err, shown) == shown.block);
    }
  }
  std::filesystem::current_path(before);
}
