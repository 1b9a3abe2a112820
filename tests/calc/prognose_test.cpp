// A year that goes on: what was booked and ordered so far, what is expected of it, and what that does to the balances.
#include <filesystem>

#include "support/catch.h"
#include "support/small_plan.h"
#include "support/support.h"

using namespace saldo;

namespace {

std::string record(const std::string& peildatum, const std::string& nr, const std::string& posts) {
  return "[[afsluiting]]\njaar = 2025\nstand = \"tussentijds\"\npeildatum = " + peildatum +
         "\n\n[[afsluiting.project]]\nnr = \"" + nr + "\"\n" + posts;
}

std::string said(const std::string& nr, const std::string& keys) {
  return "\n[[afsluiting.project.post]]\nnr = " + nr + "\n" + keys + "\n";
}

std::string figure(const std::string& path, const std::string& cell, const std::vector<std::string>& more = {}) {
  std::vector<std::string> arguments{"why", path, cell, "--depth", "0", "--format", "csv"};
  arguments.insert(arguments.end(), more.begin(), more.end());
  const Run run = run_saldo(arguments);
  INFO(run.err);
  REQUIRE(run.code == 0);
  return read_csv(run.out).at(1).at(3);
}

const std::vector<std::string> prognose{"--standing", "prognose"};

// One project of 1.000 with costs, a subsidy and what goes to another project, in 2025.
std::string small(const std::string& records) {
  return head("[index]\nloon = 10\n") + line("a") + project("1", "budget = 1_000") +
         post(lasten("2025 = 100") + "index = \"loon\"\n", "Loon") + post(baten("2025 = 50"), "Subsidie") +
         sends("2", "2025 = \"sluitpost\"") + post(lasten("2026 = 5"), "Later") + project("2") +
         receives("1", "2025 = \"spiegel\"") + records;
}

std::vector<std::string> found(const std::string& records, const std::string& rule) {
  const TempPlan plan({{"plan.toml", small(records)}});
  std::vector<std::string> messages;
  const auto rows = read_csv(run_saldo({"check", plan.path(), "--only", rule, "--format", "csv"}).out);
  for (std::size_t i = 1; i < rows.size(); ++i)
    for (std::size_t c = 0; c < rows[0].size(); ++c)
      if (rows[0][c] == "message") messages.push_back(rows[i].at(c));
  return messages;
}

}  // namespace

TEST_CASE("halfway 2025 the investeringsbudget is expected to end 5.150 lower, and later years keep their budget") {
  const TempPlan plan(
      {{"prognoses/2025-06.toml", record("2025-06-30", "3.18", said("5", "lasten = 41_200\nverplichting = 39_000"))}});
  std::filesystem::copy(achterhoek(), plan.path(), std::filesystem::copy_options::recursive);
  CHECK(figure(plan.path(), "3.18/5/lasten/2025", prognose) == "80200.00");
  CHECK(figure(plan.path(), "3.18/eindsaldo/2025", prognose) == "493716.00");
  CHECK(figure(plan.path(), "3.18/eindsaldo/2025") == "498866.00");
  CHECK(figure(plan.path(), "3.18/5/lasten/2026", prognose) == figure(plan.path(), "3.18/5/lasten/2026"));
  CHECK(figure(plan.path(), "investeringsbudget/2028", prognose) == "1343665.00");
}

TEST_CASE("what nobody knows better is the budget, or what is booked and ordered where that is more") {
  const auto expected = [](const std::string& nr, const std::string& side, const std::string& keys) {
    const TempPlan plan({{"plan.toml", small(record("2025-06-30", "1", said(nr, keys)))}});
    return figure(plan.path(), "1/" + nr + "/" + side + "/2025", prognose);
  };
  CHECK(expected("1", "lasten", "lasten = 60\nverplichting = 39.99") == "100.00");
  CHECK(expected("1", "lasten", "lasten = 60\nverplichting = 40.01") == "100.01");
  CHECK(expected("1", "lasten", "verplichting = 120") == "120.00");
  CHECK(expected("1", "lasten", "lasten = 60\nverwacht = { lasten = 70 }") == "70.00");
  CHECK(expected("2", "baten", "baten = 49") == "50.00");
  CHECK(expected("2", "baten", "baten = 51\nverplichting = 3") == "51.00");
  CHECK(expected("4", "lasten", "lasten = 8") == "8.00");  // nothing was budgeted in this year
}

TEST_CASE("a sluitpost follows what is expected of the others, unless somebody knows better") {
  const TempPlan plan(
      {{"plan.toml", small(record("2025-06-30", "1", said("1", "lasten = 130") + said("3", "lasten = 10")))}});
  CHECK(figure(plan.path(), "1/3/lasten/2025") == "950.00");
  CHECK(figure(plan.path(), "1/3/lasten/2025", prognose) == "920.00");
  CHECK(figure(plan.path(), "2/1/baten/2025", prognose) == "920.00");
  CHECK(figure(plan.path(), "1/1/lasten/2026", prognose) == "110.00");
  const TempPlan known({{"plan.toml", small(record("2025-06-30", "1", said("3", "verwacht = { lasten = 900 }")))}});
  CHECK(figure(known.path(), "2/1/baten/2025", prognose) == "900.00");
}

TEST_CASE("the last record on or before --as-of counts, and none of a year that is closed") {
  const std::string two =
      record("2025-09-30", "1", said("1", "lasten = 140")) + record("2025-06-30", "1", said("1", "lasten = 120"));
  const TempPlan plan({{"plan.toml", small(two)}});
  const auto at = [&](const std::string& date) {
    return figure(plan.path(), "1/1/lasten/2025", {"--standing", "prognose", "--as-of", date});
  };
  CHECK(figure(plan.path(), "1/1/lasten/2025", prognose) == "140.00");
  CHECK(at("2025-06-29") == "100.00");
  CHECK(at("2025-06-30") == "120.00");
  CHECK(at("2025-09-29") == "120.00");
  CHECK(at("2025-09-30") == "140.00");
  const std::string year_end =
      "[[afsluiting]]\njaar = 2025\nstand = \"voorlopig\"\n[[afsluiting.project]]\nnr = 1\n" + said("1", "lasten = 99");
  const TempPlan closed({{"plan.toml", small(two + year_end)}});
  CHECK(figure(closed.path(), "1/1/lasten/2025", prognose) == "99.00");
}

TEST_CASE("a record of a year that goes on says until when, once for each date") {
  const auto told = [](const std::string& records) {
    return run_saldo({"table", TempPlan({{"plan.toml", small(records)}}).path()}).err;
  };
  const std::string dated = record("2025-06-30", "1", said("1", "lasten = 60"));
  const std::string undated = "[[afsluiting]]\njaar = 2025\nstand = \"tussentijds\"\n";
  CHECK(told(dated) == "");
  CHECK(has(told(undated), "what is tussentijds says until when what was booked is in it [ontbrekende-sleutel]"));
  CHECK(has(told(dated + dated), "there are two records of 2025 with the same peildatum [dubbel-nr]"));
  CHECK(has(told(record("2024-12-31", "1", "")), "2025 had not begun: nothing of it was booked then"));
  CHECK(has(told(record("2025-06-30", "1", said("9", "lasten = 1"))), "project 1 has no post 9 [onbekende-post]"));
  const std::string closed = "[[afsluiting]]\njaar = 2025\nstand = \"voorlopig\"\n[[afsluiting.project]]\nnr = 1\n";
  for (const char* key : {"verwacht = { lasten = 70 }", "structureel = true"})
    CHECK(has(told(closed + said("1", key)), "a year that is closed has nothing that is still expected"));
  CHECK(told(closed + said("1", "lasten = 60\nverplichting = 5")) == "");
}

TEST_CASE("somebody who expects less than is booked and ordered is told so") {
  const auto one = [](const std::string& keys) {
    return found(record("2025-06-30", "1", said("1", keys)), "prognose-onder-realisatie");
  };
  CHECK(one("lasten = 60\nverplichting = 5\nverwacht = { lasten = 65 }").empty());
  CHECK(one("lasten = 60\nverplichting = 5\nverwacht = { lasten = 64.99 }") ==
        std::vector<std::string>{"64,99 is expected of 1/1 lasten 2025, but 65 is booked and ordered already"});
  CHECK(one("lasten = 160\nverplichting = 5").empty());
}

TEST_CASE("what stays otherwise and is in no later budget is told, until a begrotingswijziging says it") {
  const auto one = [](const std::string& keys, const std::string& more = "") {
    return found(record("2025-06-30", "1", said("1", keys)) + more, "prognose-structureel").size();
  };
  CHECK(one("lasten = 120\nstructureel = true") == 1);
  CHECK(one("lasten = 100\nstructureel = true") == 0);
  CHECK(one("lasten = 120") == 0);
  const std::string adopted =
      "[[begrotingswijziging]]\nnr = 1\ndatum = 2025-10-01\n[[begrotingswijziging.wijziging]]\nproject = \"1\"\npost = "
      "1\nlasten = { 2026 = 130 }\n";
  CHECK(one("lasten = 120\nstructureel = true", adopted) == 0);
}
