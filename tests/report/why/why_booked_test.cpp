// Why a figure is what it is once years are closed: what was booked, where, and what was budgeted beside it.
#include <algorithm>

#include "support/catch.h"
#include "support/small_plan.h"
#include "support/support.h"

using namespace saldo;

namespace {

std::string costs(const std::string& amounts) { return "lasten = { " + amounts + " }\n"; }
std::string income(const std::string& amounts) { return "baten = { " + amounts + " }\n"; }

// 2024 and 2025 closed; 2026 goes on from the budget of 2025.
const std::string plan =
    head("[index]\nloon = 10\n") + line("a") + project("1", "budget = 1_000") +
    post(costs("2025 = 100") + "index = \"loon\"\n", "Loon") + post(income("2025 = \"PM\""), "Subsidie") +
    sends("2", "2025 = \"sluitpost\"") + project("2") + receives("1", "2025 = \"spiegel\"") +
    "[[afsluiting]]\njaar = 2024\nstand = \"voorlopig\"\n[[afsluiting.project]]\nnr = 1\neindsaldo = 900.25\n" +
    "[[afsluiting]]\njaar = 2025\nstand = \"voorlopig\"\n[[afsluiting.project]]\nnr = 1\n" +
    "[[afsluiting.project.post]]\nnr = 1\nlasten = 80\ntoelichting = \"minder uren\"\n" +
    "[[afsluiting.project.post]]\nnr = 2\nbaten = 30\n" +
    "[[afsluiting.project.post]]\nnaam = \"Claim\"\nlasten = 5\ntoelichting = \"vonnis\"\n";

// "CELL: WORDS (LINE)" of every row.
Lines why(const std::string& text, const std::string& cell, const std::string& standing = "realisatie") {
  const TempPlan files({{"plan.toml", text}});
  const Run run = run_saldo({"why", files.path(), cell, "--depth", "1", "--format", "csv", "--standing", standing});
  INFO(run.err);
  CHECK(run.code == 0);
  Lines lines;
  const auto rows = read_csv(run.out);
  for (std::size_t i = 1; i < rows.size(); ++i) {
    const std::string& place = rows[i].at(4);
    const std::size_t line = place.find(".toml:");
    const std::string at = line == std::string::npos ? "" : place.substr(line + 6);
    lines.push_back(rows[i][1] + ": " + rows[i][2] + (at.empty() ? "" : " (" + at.substr(0, at.find(':')) + ")"));
  }
  return lines;
}

std::string line_of(const std::string& text, const std::string& part) {
  const std::string before = text.substr(0, text.find(part));
  return std::to_string(1 + std::count(before.begin(), before.end(), '\n'));
}

}  // namespace

TEST_CASE("why of a booked amount says what was booked and where, and what was budgeted and where") {
  const std::string at = " (" + line_of(plan, "lasten = 80") + ")";
  const std::string budget = " (" + line_of(plan, "2025 = 100") + ")";
  CHECK(why(plan, "1/1/2025") == Lines{"1/1/lasten/2025: Loon: 80 geboekt in 2025: minder uren" + at,
                                       ": begroot: 100, dus 20 voordelig" + budget});
  CHECK(why(plan, "1/2/2025")[1] == ": begroot: PM, dus 30 voordelig (" + line_of(plan, "2025 = \"PM\"") + ")");
  CHECK(why(plan, "1/4/lasten/2025") ==
        Lines{"1/4/lasten/2025: Claim: 5 geboekt in 2025: vonnis (" + line_of(plan, "lasten = 5\n") + ")",
              ": niet begroot"});
  CHECK(why(plan, "1/1/2025", "actueel") == Lines{"1/1/lasten/2025: Loon: 100, zo opgeschreven" + budget});
}

TEST_CASE("why of what follows from a closed year shows which of the two layers it goes on from") {
  CHECK(why(plan, "1/1/2026") ==
        Lines{"1/1/lasten/2026: Loon: 110 = 100 van 2025 × (1 + 10%) (loon) = 110,00 (" + line_of(plan, "index = ") +
                  ")",
              "1/1/lasten/2025: Loon: 80 geboekt in 2025: minder uren (" + line_of(plan, "lasten = 80") + ")"});
  CHECK(why(plan, "1/3/2025")[0].starts_with(
      "1/3/lasten/2025: Post: 845,25 = sluitpost: brengt 1 eind 2025 op nul, vanaf 900,25 op 1 januari"));
}

TEST_CASE("why of an opening says that the year before was closed with it") {
  const Lines lines = why(plan, "1/eindsaldo/2025");
  REQUIRE(lines.size() == 4);
  CHECK(lines[1] == "1/opening/2025: 900,25, het eindsaldo waarmee 2024 is afgesloten; begroot was 1.000 (" +
                        line_of(plan, "eindsaldo = 900.25") + ")");
}

TEST_CASE("why of what is expected says what is booked and ordered until when") {
  const auto expected = [](const std::string& keys) {
    const std::string text = head() + line("a") + project("1") + post(costs("2025 = 100"), "Huur") +
                             "[[afsluiting]]\njaar = 2025\nstand = \"tussentijds\"\npeildatum = 2025-06-30\n" +
                             "[[afsluiting.project]]\nnr = 1\n[[afsluiting.project.post]]\nnr = 1\n" + keys;
    return why(text, "1/1/2025", "prognose");
  };
  const Lines more = expected("lasten = 70\nverplichting = 40\n");
  REQUIRE(more.size() == 2);
  CHECK(more[0].starts_with("1/1/lasten/2025: Huur: 110 verwacht: op 2025-06-30 is 70 geboekt en 40 verplicht ("));
  CHECK(more[1].starts_with(": begroot: 100, dus 10 nadelig ("));
  CHECK(expected("lasten = 70\n")[0].starts_with(
      "1/1/lasten/2025: Huur: 100 verwacht, zoals begroot; op 2025-06-30 is 70 geboekt ("));
  CHECK(expected("lasten = 70\nverwacht = { lasten = 95 }\ntoelichting = \"goedkoper\"\n")[0].starts_with(
      "1/1/lasten/2025: Huur: 95 verwacht, zo opgeschreven; op 2025-06-30 is 70 geboekt: goedkoper ("));
}
