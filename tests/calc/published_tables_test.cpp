// The kinds of tables that municipalities, regions and provinces publish, each as a small plan with its printed totals.
#include <filesystem>
#include <regex>

#include "support/catch.h"
#include "support/support.h"

namespace fs = std::filesystem;

namespace {

std::vector<fs::path> published_tables() {
  std::vector<fs::path> tables;
  for (const auto& entry : fs::directory_iterator(SALDO_SOURCE_DIR "/examples/tabellen"))
    if (entry.path().extension() == ".toml") tables.push_back(entry.path());
  return tables;
}

// Where a printed figure stands in a controle: "2026 = 61_450_000" or "opening = 14_850_000".
std::vector<std::size_t> printed_figures(const std::string& text) {
  static const std::regex figure("(2\\d\\d\\d|opening) = -?[0-9]");
  std::vector<std::size_t> places;
  for (std::size_t line = text.find("controle = {"); line != std::string::npos;
       line = text.find("controle = {", line + 1)) {
    const std::size_t end = text.find('\n', line);
    const auto at = [&text](std::size_t offset) { return text.begin() + static_cast<std::ptrdiff_t>(offset); };
    for (std::sregex_iterator found(at(line), at(end), figure), none; found != none; ++found)
      places.push_back(line + static_cast<std::size_t>(found->position() + found->length()) - 1);
  }
  return places;
}

}  // namespace

TEST_CASE("thirteen kinds of published tables come out as they are printed") {
  CHECK(published_tables().size() == 13);
  for (const fs::path& table : published_tables()) {
    const Run run = run_saldo({"check", table.string(), "--strict"});
    INFO(table << '\n' << run.out << run.err);
    CHECK(run.code == 0);
  }
}

TEST_CASE("any printed figure of a published table that is another one is a finding at its place") {
  for (const fs::path& table : published_tables()) {
    const std::string text = read_text(table.string());
    REQUIRE_FALSE(printed_figures(text).empty());
    for (const std::size_t at : printed_figures(text)) {
      std::string wrong = text;
      wrong[at] = wrong[at] == '9' ? '8' : static_cast<char>(wrong[at] + 1);
      const TempPlan plan({{"plan.toml", wrong}});
      const Run run = run_saldo({"check", plan.file("plan.toml"), "--only", "controle", "--format", "csv"});
      INFO(table << " at byte " << at << '\n' << run.out << run.err);
      CHECK(run.code == 1);
      CHECK(has(run.out, "\ncontrole,error,"));
    }
  }
}
