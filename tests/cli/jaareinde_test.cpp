// docs/jaareinde.md on examples/jaareinde, step by step: two years closed, a correction and a reopening.
#include <filesystem>
#include <fstream>

#include "support/catch.h"
#include "support/support.h"

namespace fs = std::filesystem;

namespace {

struct Jaareinde {
  Jaareinde() : folder(std::map<std::string, std::string>{{".keep", ""}}) {
    fs::copy(SALDO_SOURCE_DIR "/examples/jaareinde", folder.folder, fs::copy_options::recursive);
  }
  Run close(const std::string& year, const std::vector<std::string>& more) const {
    std::vector<std::string> arguments{"close", folder.file("begroting"), year};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return run_saldo(arguments);
  }
  Run close_from(const std::string& year, const std::string& file, const std::vector<std::string>& more) const {
    std::vector<std::string> arguments{"--actuals", folder.file("grootboek/" + file), "--koppeling", "grootboek"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return close(year, arguments);
  }
  std::string record(const std::string& year) const {
    return read_text(folder.file("begroting/afsluitingen/" + year + ".toml"));
  }
  // Writes why behind each of these amounts, as somebody would by hand.
  void explain(const std::string& year, const std::vector<std::string>& amounts) const {
    std::string text = record(year);
    for (const std::string& amount : amounts) {
      const std::size_t at = text.find(amount);
      REQUIRE(at != std::string::npos);
      text.insert(at + amount.size(), ", toelichting = \"Later begonnen dan gedacht\"");
    }
    std::ofstream(folder.file("begroting/afsluitingen/" + year + ".toml")) << text;
  }
  TempPlan folder;
};

const std::vector<std::string> adopted = {"--vastgesteld", "--besluit",  "raad 18 juni 2026",
                                          "--datum",       "2026-06-18", "--write"};
const std::vector<std::string> explained = {"lasten = 104_310.25", "lasten = 9_233.18", "lasten = 51_380.75"};

}  // namespace

TEST_CASE("the year end of the documentation can be done step by step") {
  const Jaareinde jaareinde;
  // Steps 1 and 2: shown, not written.
  const Run shown = jaareinde.close_from("2025", "2025.csv", {"--table", "aansluiting", "--format", "csv"});
  INFO(shown.err);
  CHECK(shown.code == 0);
  CHECK(has(shown.out, "Verantwoord,345302.67"));
  CHECK(jaareinde.record("2025").empty());
  // Step 3: kept, and what is written by hand stays when it is closed again.
  REQUIRE(jaareinde.close_from("2025", "2025.csv", {"--write"}).code == 0);
  CHECK(jaareinde.close("2025", adopted).code == 1);
  jaareinde.explain("2025", explained);
  CHECK(has(jaareinde.close_from("2025", "2025.csv", {"--write"}).err, "nothing differs"));
  // Step 4.
  const Run vastgesteld = jaareinde.close("2025", adopted);
  INFO(vastgesteld.err);
  REQUIRE(vastgesteld.code == 0);
  CHECK(has(jaareinde.record("2025"), "stand = \"vastgesteld\""));
  CHECK(has(jaareinde.record("2025"), "Later begonnen dan gedacht"));
  CHECK(jaareinde.close("2025", {"--check"}).code == 0);
  // Step 5.
  const std::string scenario = jaareinde.folder.file("overheveling-2025.toml");
  CHECK(jaareinde.close("2025", {"--overheveling", scenario}).code == 0);
  CHECK(has(read_text(scenario), "plus = { 2026 = 5_766.82 }"));
  CHECK(run_saldo({"table", jaareinde.folder.file("begroting"), "--scenario", scenario}).code == 0);
  // Later: a correction that 2026 takes, and the next year.
  CHECK(jaareinde.close_from("2025", "2025-na-controle.csv", {"--write"}).code == 2);
  CHECK(jaareinde.close_from("2025", "2025-na-controle.csv", {"--correctie", "2026", "--write"}).code == 0);
  CHECK(has(jaareinde.record("2025"), "bedrag = 750"));
  CHECK(has(jaareinde.record("2025"), "lasten = 9_233.18"));
  const Run next = jaareinde.close_from("2026", "2026.csv", {"--write"});
  INFO(next.err);
  CHECK(next.code == 0);
  CHECK(has(jaareinde.record("2026"), "jaar = 2026"));
  CHECK(jaareinde.close("2026", {"--check"}).code == 0);
}

TEST_CASE("the year end of the documentation can be opened again") {
  const Jaareinde jaareinde;
  REQUIRE(jaareinde.close_from("2025", "2025.csv", {"--write"}).code == 0);
  jaareinde.explain("2025", explained);
  REQUIRE(jaareinde.close("2025", adopted).code == 0);
  const Run open = jaareinde.close_from("2025", "2025-na-controle.csv",
                                        {"--heropen", "Controleverklaring", "--datum", "2026-10-01", "--write"});
  INFO(open.err);
  CHECK(open.code == 0);
  CHECK(has(jaareinde.record("2025"), "lasten = 9_983.18"));
  CHECK(has(jaareinde.record("2025"), "eindsaldo = 336_683.42"));
  CHECK(has(jaareinde.record("2025"), "reden = \"Controleverklaring\""));
}

TEST_CASE("a plan that begins after a closed year has the rules, the remarks and the balances of the one before") {
  const Jaareinde jaareinde;
  REQUIRE(jaareinde.close_from("2025", "2025.csv", {"--write"}).code == 0);
  const std::string next = jaareinde.folder.file("begroting-2026");
  const Run run = jaareinde.close("2025", {"--next", next});
  INFO(run.err);
  REQUIRE(run.code == 0);
  const std::string plan = read_text(next + "/plan.toml"), dienst = read_text(next + "/projecten/1.toml");
  CHECK(has(plan, "# Een kleine regio"));
  CHECK(has(plan, "eerste_jaar = 2026"));
  CHECK(has(dienst, "budget = 48_789.75"));
  CHECK(has(dienst, "baten = { 2026 = 156_000 }\nindex = \"loon\""));
  CHECK(has(dienst, "lasten = { 2026 = 20_000, 2027 = 20_000, 2028 = 20_000 }"));
  CHECK_FALSE(std::filesystem::exists(next + "/afsluitingen"));
  const auto balances = [](const std::string& of) {
    return run_saldo({"table", of, "--by", "project", "--years", "2026-2028", "--format", "csv"}).out;
  };
  CHECK(balances(next) == balances(jaareinde.folder.file("begroting")));
  CHECK(run_saldo({"check", next}).code == 0);
  CHECK(jaareinde.close("2025", {"--next", next}).code == 2);  // it is there already
}
