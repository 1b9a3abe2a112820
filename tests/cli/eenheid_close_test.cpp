// The end of a year in a plan in thousands: what is written back is in thousands, and is the same money.
#include "support/catch.h"
#include "support/small_plan.h"
#include "support/support.h"

namespace {

struct Place {
  Place()
      : folder(
            {{"plan/plan.toml", head("eenheid = 1_000\nbegrotingsjaar = 2025\n") + line("a") +
                                    "[jaareinde]\noverheveling = { minimaal = 0.01, soort = \"alle\" }\n"},
             {"plan/1.toml", project("1", "budget = 12") + post("baten = { 2025 = 500, 2026 = 500 }\n", "Bijdrage") +
                                 post("lasten = { 2025 = 300, 2026 = 300 }\n", "Advies")},
             {"a.csv", "project,post,jaar,baten,lasten,toelichting\n1,1,2025,480250.00,,\n1,2,2025,,290123.45,\n"}}) {}
  Run close(const std::vector<std::string>& more) const {
    std::vector<std::string> words{"close", folder.file("plan"), "2025", "--actuals", folder.file("a.csv")};
    words.insert(words.end(), more.begin(), more.end());
    return run_saldo(words);
  }
  std::string eindsaldo(const std::string& plan) const {
    const Run run = run_saldo({"table", folder.file(plan), "--format", "csv"});
    INFO(run.err);
    const auto rows = read_csv(run.out);
    return rows.empty() ? run.err : rows.back().back();
  }
  TempPlan folder;
};

}  // namespace

TEST_CASE("a record of a plan in thousands is in thousands, and reads back as what was booked") {
  const Place place;
  const Run run = place.close({"--write"});
  INFO(run.err);
  REQUIRE(run.code == 0);
  const std::string record = read_text(place.folder.file("plan/afsluitingen/2025.toml"));
  CHECK(has(record, "baten = 480.25\n"));
  CHECK(has(record, "lasten = 290.12345\n"));
  CHECK(place.eindsaldo("plan") == "402126.55");  // 12.000 + 480.250 - 290.123,45 + 200.000
  CHECK(has(place.close({}).err, "nothing differs"));
}

TEST_CASE("what goes on after the year and what is proposed of it are in thousands too") {
  const Place place;
  REQUIRE(place.close({"--write"}).code == 0);
  const Run next = place.close({"--next", place.folder.file("next")});
  INFO(next.err);
  REQUIRE(next.code == 0);
  CHECK(has(read_text(place.folder.file("next/1.toml")), "budget = 202.12655"));
  CHECK(has(read_text(place.folder.file("next/plan.toml")), "begrotingsjaar = 2026"));
  CHECK(place.eindsaldo("next") == place.eindsaldo("plan"));
  const std::string scenario = place.folder.file("over.toml");
  const Run proposal = place.close({"--overheveling", scenario});
  INFO(proposal.err);
  CHECK(has(read_text(scenario), "plus = { 2026 = 9.87655 }"));
}
