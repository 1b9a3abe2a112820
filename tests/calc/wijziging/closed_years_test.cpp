// What is closed is closed: scenarios and --set say nothing of it any more, and a budget changes in its own year.
#include "support/catch.h"
#include "support/small_plan.h"
#include "support/support.h"

using namespace saldo;

namespace {

std::string costs(const std::string& amounts) { return "lasten = { " + amounts + " }\n"; }

std::string booked(const std::string& nr, const std::string& amounts) {
  return "[[afsluiting.project.post]]\nnr = " + nr + "\n" + amounts + "\n";
}

std::string closed(const std::string& posts, const std::string& records) {
  return head("[index]\nloon = 10\nprijs = { 2025 = 1, 2026 = 2, 2027 = 3, 2028 = 4 }\n") + line("a") +
         project("1", "budget = 1_000") + posts +
         "[[afsluiting]]\njaar = 2025\nstand = \"voorlopig\"\n[[afsluiting.project]]\nnr = 1\n" + records;
}

// What is written, what follows an index, and what is divided; 2025 was booked.
std::string plan_2025() {
  return closed(post(costs("2025 = 100, 2026 = 100, 2027 = 100"), "Huur") +
                    post(costs("2025 = 100") + "index = \"loon\"\n", "Loon") +
                    post("baten = { totaal = 400, 2025 = \"50%\", 2026 = \"50%\" }\n", "Subsidie"),
                booked("1", "lasten = 90") + booked("2", "lasten = 80") + booked("3", "baten = 190"));
}

// The plan with this scenario: the amounts of its posts, a line each, or what is said on err.
struct Asked {
  explicit Asked(const std::string& plan, const std::string& scenario = "", std::vector<std::string> more = {})
      : files({{"plan.toml", plan}, {"scenarios/s.toml", "[scenario]\nnaam = \"S\"\n\n" + scenario}}) {
    std::vector<std::string> arguments{"table", files.path(), "--tidy", "--format", "csv"};
    if (!scenario.empty()) more.insert(more.end(), {"--scenario", "s"});
    arguments.insert(arguments.end(), more.begin(), more.end());
    run = run_saldo(arguments);
  }

  // "2025 90 | 2026 100": of the post with this naam.
  std::string of(const std::string& naam) const {
    std::string text;
    for (const auto& row : read_csv(run.out))
      if (row.size() > 6 && row[3] == naam) text += (text.empty() ? "" : " | ") + row[4] + " " + row[5] + row[6];
    return text;
  }

  TempPlan files;
  Run run;
};

bool refuses_closed(const Asked& asked) {
  return asked.run.code == 2 && has(asked.run.err, "2025 is closed") &&
         has(asked.run.err, "[wijziging-afgesloten-jaar]");
}

std::string change(const std::string& keys) { return "[[wijziging]]\n" + keys + "\n"; }
const std::string post_1 = "project = \"1\"\npost = 1\n";

}  // namespace

TEST_CASE("a scenario or --set that names a closed year is refused, whatever it does there") {
  CHECK(refuses_closed(Asked(plan_2025(), "", {"--set", "1/1/2025=5"})));
  for (const std::string& keys :
       {post_1 + "lasten = { 2025 = 5, 2026 = 5 }", post_1 + "plus = { 2025 = 5 }", post_1 + "maal = { 2025 = 2 }",
        post_1 + "kasschuif = { van = 2025, naar = 2026, bedrag = 5 }",
        post_1 + "kasschuif = { van = 2026, naar = 2025, bedrag = 5 }",
        std::string("index = \"prijs\"\npercentage = { 2025 = 4 }"),
        std::string("project = \"1\"\n[[wijziging.nieuwe_post]]\nnaam = \"Nieuw\"\nlasten = { 2025 = 5 }")}) {
    INFO(keys);
    CHECK(refuses_closed(Asked(plan_2025(), change(keys))));
  }
  CHECK(has(Asked(plan_2025(), "", {"--set", "1/budget=5"}).run.err, "what projects begin with follows from 2025"));
}

TEST_CASE("the years after a closed one, and the budget by itself, may be changed") {
  CHECK(Asked(plan_2025(), "", {"--set", "1/1/2026=5"}).of("Huur") == "2025 90.00 | 2026 5.00 | 2027 100.00");
  const Asked budget(plan_2025(), "", {"--set", "1/1/2025=5", "--standing", "actueel"});
  CHECK(budget.of("Huur") == "2025 5.00 | 2026 100.00 | 2027 100.00");
}

TEST_CASE("a change without a year leaves closed years as they are, and says so") {
  const Asked halved(plan_2025(), change("project = \"1\"\nmaal = 0.5"));
  CHECK(halved.of("Huur") == "2025 90.00 | 2026 50.00 | 2027 50.00");
  CHECK(halved.of("Loon") == "2025 80.00 | 2026 55.00 | 2027 60.50 | 2028 66.55");
  CHECK(halved.of("Subsidie") == "2025 190.00 | 2026 100.00");
  CHECK(has(halved.run.err, "note: 2025 is closed: this changes the years after it [wijziging-afgesloten-jaar]"));
  const Asked more(plan_2025(), change(post_1 + "plus = 7"));
  CHECK(more.of("Huur") == "2025 90.00 | 2026 107.00 | 2027 107.00");
}

TEST_CASE("what moves between years leaves a closed year alone") {
  const Asked later(plan_2025(), change(post_1 + "schuif = 1"));
  CHECK(later.of("Huur") == "2025 90.00 | 2027 100.00 | 2028 100.00");
  const Asked half(plan_2025(), change("project = \"1\"\npost = 3\nschuif = \"1/2\""));
  CHECK(half.of("Subsidie") == "2025 190.00 | 2026 100.00 | 2027 100.00");
  CHECK(refuses_closed(Asked(plan_2025(), change(post_1 + "schuif = -1"))));
  const Asked indexed(plan_2025(), change("project = \"1\"\npost = 2\nschuif = 1"));
  CHECK(indexed.run.code == 2);
  CHECK(has(indexed.run.err, "post 2 of 1 follows its index from 2025, which is closed: its years cannot move"));
}

TEST_CASE("an index without a year keeps what it did in closed years") {
  const std::string two_years =
      closed(post(costs("2025 = 100") + "index = \"prijs\"\n", "Loon"), booked("1", "lasten = 80")) +
      "[[afsluiting]]\njaar = 2026\nstand = \"voorlopig\"\n[[afsluiting.project]]\nnr = 1\n" +
      booked("1", "lasten = 70");
  CHECK(Asked(two_years).of("Loon") == "2025 80.00 | 2026 70.00 | 2027 105.06 | 2028 109.26");
  const Asked other(two_years, "", {"--set", "index.prijs=50"});
  CHECK(other.of("Loon") == "2025 80.00 | 2026 70.00 | 2027 153.00 | 2028 229.50");
  CHECK(has(other.run.err, "2026 is closed: this changes the years after it"));
}

TEST_CASE("what was booked on cannot fall away") {
  for (const std::string& keys : {post_1 + "vervalt = true", std::string("project = \"1\"\nvervalt = true"),
                                  std::string("programmalijn = \"a\"\nvervalt = true")}) {
    INFO(keys);
    const Asked asked(plan_2025(), change(keys));
    CHECK(asked.run.code == 2);
    CHECK(has(asked.run.err, "cannot fall away: it was booked on in 2025, which is closed"));
  }
}

TEST_CASE("a budget is changed in its own year or before, and not later") {
  const auto found = [](const std::string& datum, const std::string& keys) {
    const std::string adopted =
        "[[begrotingswijziging]]\nnr = 3\ndatum = " + datum + "\n[[begrotingswijziging.wijziging]]\n" + keys + "\n";
    const TempPlan plan(
        {{"plan.toml", head() + line("a") + project("1") + post(costs("2025 = 100, 2026 = 100"), "Huur") + adopted}});
    return read_csv(run_saldo({"check", plan.path(), "--only", "wijziging-te-laat", "--format", "csv"}).out).size() - 1;
  };
  CHECK(found("2025-12-31", post_1 + "lasten = { 2025 = 90 }") == 0);
  CHECK(found("2026-01-01", post_1 + "lasten = { 2025 = 90 }") == 1);
  CHECK(found("2026-01-01", post_1 + "lasten = { 2025 = 100, 2026 = 90 }") == 0);  // 2025 is what it was
  CHECK(found("2026-01-01", post_1 + "maal = 2") == 1);
  CHECK(found("2027-01-01", post_1 + "maal = 2") == 2);
  CHECK(found("2026-01-01", post_1 + "schuif = 1") == 1);
  CHECK(found("2026-01-01", "project = \"1\"\nvervalt = true") == 1);
  CHECK(found("2026-01-01", post_1 + "naam = \"Huur en servicekosten\"") == 0);
}

TEST_CASE("a project that the record of the year before the plan does not name begins as a scenario says") {
  const std::string plan = head() + line("a") + project("1", "budget = 1_000") + project("2", "budget = 20") +
                           "[[afsluiting]]\njaar = 2024\nstand = \"voorlopig\"\n[[afsluiting.project]]\nnr = "
                           "1\neindsaldo = 900\n";
  const Asked named(plan, "", {"--set", "1/budget=5"});
  CHECK(named.run.code == 2);
  CHECK(has(named.run.err, "what projects begin with follows from 2024"));
  CHECK(Asked(plan, "", {"--set", "2/budget=5"}).run.code == 0);
}
