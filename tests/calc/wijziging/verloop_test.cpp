// saldo changes --bridge: from primitief to actueel, and begrotingswijzigingen that say they are neutral.
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>

#include "support/catch.h"
#include "support/random_plan.h"
#include "support/small_plan.h"

namespace {

using Words = std::vector<std::string>;

std::string adopted(const std::string& nr, const std::string& changes, const std::string& keys = "") {
  return "[[begrotingswijziging]]\nnr = " + nr + "\ndatum = 2025-0" + nr + "-01\nnaam = \"Nota " + nr + "\"\n" + keys +
         "wijziging = [" + changes + "]\n";
}

const std::string budget = head() + line("a") + project("1", "budget = 50") +
                           post("baten = { 2025 = 100, 2026 = 100 }\nlasten = { 2025 = 80, 2026 = 80 }", "Een") +
                           project("2") + post("lasten = { 2025 = \"PM\" }", "Twee");

Run bridge(const std::string& changes, const Words& more = {"--format", "csv"}) {
  const TempPlan files({{"plan.toml", budget + changes}});
  Words arguments{"changes", files.path(), "--bridge"};
  arguments.insert(arguments.end(), more.begin(), more.end());
  return run_saldo(arguments);
}

Words lines_of(const std::string& text) {
  Words lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line.substr(0, line.find('\r')));
  return lines;
}

// The project, the kind and number of the change, and the figures of 2025.
Words of_2025(const std::string& csv) {
  Words found;
  const bool by_project = csv.starts_with("project");
  const std::vector<std::size_t> shown =
      by_project ? std::vector<std::size_t>{0, 2, 3, 8, 9, 10} : std::vector<std::size_t>{0, 1, 6, 7, 8};
  for (const std::string& line : lines_of(csv)) {
    Words cells;
    std::istringstream in(line);
    for (std::string cell; std::getline(in, cell, ',');) cells.push_back(cell);
    cells.resize(20);
    std::string row = cells[shown[0]];
    for (std::size_t i = 1; i < shown.size(); ++i) row += ' ' + cells[shown[i]];
    found.push_back(row);
  }
  found.erase(found.begin());
  return found;
}

const std::string two_changes =
    adopted("1", "{ project = \"1\", post = 1, kant = \"lasten\", plus = { 2025 = 5, 2026 = 7.25 } }") +
    adopted("2", "{ project = \"2\", post = 1, lasten = { 2025 = 12 } }");

}  // namespace

TEST_CASE("a bridge begins with primitief, has each begrotingswijziging, and ends with what the budget is now") {
  const Run run = bridge(two_changes);
  CHECK(of_2025(run.out) == Words{"begin  100.00 80.00 20.00", "begrotingswijziging 1 0.00 5.00 -5.00",
                                  "begrotingswijziging 2 0.00 12.00 -12.00", "eind  100.00 97.00 3.00"});
}

TEST_CASE("a bridge by project has of each only the changes that do something to it, and PM is never nothing") {
  const Run run = bridge(two_changes, {"--by", "project", "--format", "csv"});
  CHECK(of_2025(run.out) == Words{"1 begin  100.00 80.00 20.00", "1 begrotingswijziging 1 0.00 5.00 -5.00",
                                  "1 eind  100.00 85.00 15.00", "2 begin   PM PM",
                                  "2 begrotingswijziging 2  12.00 -12.00", "2 eind   12.00 -12.00",
                                  "totaal begin  100.00 80.00 20.00", "totaal begrotingswijziging 1 0.00 5.00 -5.00",
                                  "totaal begrotingswijziging 2 0.00 12.00 -12.00", "totaal eind  100.00 97.00 3.00"});
}

TEST_CASE("what becomes PM, or comes as PM, is told as such in a bridge") {
  const std::string changes =
      adopted("1", "{ project = \"2\", nieuwe_post = [{ naam = \"Nog\", baten = { 2025 = \"PM\" } }] }") +
      adopted("2", "{ project = \"1\", post = 1, kant = \"lasten\", plus = { 2025 = 1 } }");
  CHECK(of_2025(bridge(changes, {"--by", "project", "--format", "csv"}).out)[4] == "2 begrotingswijziging 1 PM  ");
}

TEST_CASE("a project that a begrotingswijziging adds or drops begins or ends as nothing in a bridge") {
  const std::string changes =
      adopted("1", "{ nieuw_project = [{ nr = \"3\", naam = \"Nieuw\", lasten = { 2025 = 9 } }] }") +
      adopted("2", "{ project = \"1\", vervalt = true }");
  const Words rows = of_2025(bridge(changes, {"--by", "project", "--format", "csv"}).out);
  CHECK(Words(rows.begin(), rows.begin() + 3) ==
        Words{"1 begin  100.00 80.00 20.00", "1 begrotingswijziging 2 -100.00 -80.00 -20.00", "1 eind    "});
  CHECK(rows[5] == "3 begin    ");
  CHECK(rows[6] == "3 begrotingswijziging 1  9.00 -9.00");
  CHECK(rows[7] == "3 eind   9.00 -9.00");
}

TEST_CASE("a bridge tells what scenarios and --set add, and until when it goes") {
  CHECK(of_2025(bridge(two_changes, {"--format", "csv", "--set", "1/1/lasten/2025=0"}).out)[3] ==
        "set  0.00 -85.00 85.00");
  CHECK(of_2025(bridge(two_changes, {"--format", "csv", "--as-of", "2025-01-15"}).out).size() == 3);
  CHECK(has(bridge(two_changes, {"--standing", "realisatie"}).err, "leads from primitief to actueel"));
  CHECK(bridge(two_changes, {"--standing", "actueel"}).code == 0);
  const TempPlan files({{"plan.toml", budget}});
  CHECK(has(run_saldo({"changes", files.path(), "--by", "project"}).err, "--bridge"));
  CHECK(has(run_saldo({"changes", files.path(), "--bridge"}).out, "geen begrotingswijzigingen"));
}

TEST_CASE("a change that says it is neutral and is not, is an error for each year") {
  const auto found = [](const std::string& change) {
    const TempPlan files({{"plan.toml", budget + adopted("1", change, "neutraal = true\n")}});
    return run_saldo({"check", files.path(), "--only", "wijziging-niet-neutraal", "--format", "csv"}).out;
  };
  const std::string baten = "{ project = \"1\", post = 1, kant = \"baten\", plus = { 2025 = 5, 2026 = 5 } }";
  const std::string lasten = "{ project = \"1\", post = 1, kant = \"lasten\", plus = { 2025 = 5 } }";
  const std::string nieuw = "{ project = \"2\", nieuwe_post = [{ naam = \"N\", lasten = { 2026 = 5 } }] }";
  CHECK(lines_of(found(baten + ", " + lasten + ", " + nieuw)).size() == 1);
  CHECK(lines_of(found(baten + ", " + lasten)).size() == 2);
  CHECK(has(found(baten + ", " + lasten), "the saldo of 2026 goes from 20 to 25: 5"));
  CHECK(lines_of(found(baten)).size() == 3);
  CHECK(has(found("{ project = \"1\", budget = 60 }"), "the budget per 1 januari goes from 50 to 60: 10"));
}

TEST_CASE("what is neutral is so by itself: what other changes do before and after it does not matter") {
  const std::string text =
      budget + adopted("1", "{ project = \"1\", post = 1, kant = \"lasten\", plus = { 2025 = 5 } }") +
      adopted("2",
              "{ project = \"1\", post = 1, kant = \"lasten\", kasschuif = { van = 2025, naar = 2026, bedrag = 1 } }",
              "neutraal = false\n") +
      adopted("3", "{ project = \"1\", post = 1, plus = { 2025 = 4 } }", "neutraal = true\n") +
      adopted("4", "{ project = \"1\", post = 1, kant = \"baten\", plus = { 2025 = 8 } }");
  const TempPlan files({{"plan.toml", text}});
  CHECK(run_saldo({"check", files.path(), "--only", "wijziging-niet-neutraal"}).code == 0);
}

TEST_CASE("a bridge adds up to the cent, by plan and by project, whatever the plan and its changes") {
  for (std::uint64_t seed = 0; seed < 15; ++seed) {
    INFO("seed " << seed);
    const RandomPlan random = random_plan(seed);
    Dice dice(seed);
    std::string text = random.text();
    for (const std::string nr : {"1", "2", "3"})
      text += adopted(nr, "{ project = \"" + dice.pick(random.nrs) + "\", nieuwe_post = [{ naam = \"W" + nr +
                              "\", lasten = { " + std::to_string(random.first_year) + " = " +
                              std::to_string(dice.between(-500, 500)) + ".25 } }] }");
    const TempPlan files({{"plan.toml", text}});
    const Run run = run_saldo({"changes", files.path(), "--bridge", "--by", "project", "--format", "json"});
    REQUIRE(run.code == 0);
    const auto table = nlohmann::json::parse(run.out)["tables"][0];
    std::map<std::string, std::int64_t> sums;
    for (const auto& row : table["rows"])
      for (const auto& [key, cell] : row["cells"].items()) {
        if (key != "opening" && key.find('.') == std::string::npos) continue;
        std::string digits = cell.is_null() || cell == "PM" ? "0" : cell.get<std::string>();
        if (const auto point = digits.find('.'); point != std::string::npos) digits.erase(point, 1);
        std::int64_t& sum = sums[row["cells"]["project"].get<std::string>() + ' ' + key];
        sum += row["cells"]["soort"] == "eind" ? -std::stoll(digits) : std::stoll(digits);
      }
    CHECK_FALSE(sums.empty());
    for (const auto& [name, sum] : sums) {
      INFO(name);
      CHECK(sum == 0);
    }
  }
}
