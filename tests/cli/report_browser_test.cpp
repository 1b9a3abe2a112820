// A paper in a real browser: what shared demands of accessibility ask of it (docs/rapport.md), each told by its own words.
// The browser is started once for all of them; a demand that does not find what was planted for it fails too.
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "support/awkward.h"
#include "support/catch.h"
#include "support/support.h"

namespace fs = std::filesystem;

namespace {

const std::string examples = SALDO_SOURCE_DIR "/examples/";

void write_paper(std::vector<std::string> words, const fs::path& file) {
  words.insert(words.begin(), "report");
  words.insert(words.end(), {"-o", file.string(), "--runs", "500", "--lang", "nl"});
  const Run run = run_saldo(words);
  INFO(file << ": " << run.err);
  REQUIRE(run.code == 0);
}

// The papers: the real plan with all there is, one with programmes and reserves, and one of awkward names.
void write_papers(const TempPlan& folder) {
  write_paper({achterhoek(), "--from", folder.file("oud"), "--scenario", examples + "scenarios/loon-4.toml", "--date",
               "2025-11-06", "--draft"},
              folder.folder / "groot.html");
  write_paper({examples + "programmabegroting"}, folder.folder / "programma.html");
  write_paper({folder.file("namen.toml")}, folder.folder / "namen.html");
  write_paper({folder.file("namen.toml")}, folder.folder / "namen.md");
  write_paper({examples + "risico"}, folder.folder / "planted/page.html");
}

// What the script said, in one run of the test program.
const std::string& judged() {
  static const std::string said = [] {
    const TempPlan folder({{"namen.toml", plan_of_names(awkward_names_of_people())},
                           {"names.json", nlohmann::json(awkward_names_of_people()).dump()},
                           {"planted/.keep", ""}});
    fs::copy(achterhoek(), folder.folder / "oud", fs::copy_options::recursive);
    write_papers(folder);
    return judged_in_node("cli/report_browser.mjs", "'" + folder.path() + "'");
  }();
  return said;
}

// All that is said of a demand, which ends with how many papers were held against it.
std::string told_of(const std::string& demand) {
  if (judged().starts_with("skipped: ")) return judged();
  std::istringstream lines(judged());
  std::string told;
  for (std::string line; std::getline(lines, line);)
    if (line.starts_with(demand + ": ")) told += line.substr(demand.size() + 2) + '\n';
  return told.empty() ? judged() : told;
}

const std::string all_held = "3 pages\n";

}  // namespace

TEST_CASE("a paper holds every demand in a browser") {
  if (judged().starts_with("skipped: ")) SKIP(judged().substr(9));
  for (const std::string demand :
       {"asks for nothing", "lets nothing in", "is built as it should be", "has links that lead somewhere",
        "opens what a link leads to", "is as narrow as a window of 320", "can be twice as large", "shows its marks",
        "shows its marks in the dark", "needs no colour", "is dark where that is asked", "can be printed",
        "has no violation for axe", "needs no mouse", "gives back every name", "is valid for html-validate"}) {
    INFO("a paper " << demand);
    CHECK(told_of(demand) == all_held);
  }
}

TEST_CASE("the Nu checker finds no error in a paper") {
  const std::string told = told_of("is valid for the Nu checker");
  if (told.starts_with("skipped: ")) SKIP(told.substr(9));
  CHECK(told == all_held);
}

TEST_CASE("a paper becomes a tagged pdf on A4 with a title") {
  const std::string told = told_of("becomes a pdf with tags");
  if (told.starts_with("skipped: ")) SKIP(told.substr(9));
  CHECK(told == all_held);
}
