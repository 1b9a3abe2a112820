// A closed year has two layers: balances count what was booked, indexes and percentages go on from the budget.
#include <filesystem>

#include "support/catch.h"
#include "support/small_plan.h"
#include "support/support.h"

using namespace saldo;

namespace {

// The real plan with a record of 2025 beside it. The amounts are made up, the budget is that of the plan.
class ClosedAchterhoek {
 public:
  explicit ClosedAchterhoek(const std::string& record) : folder_({{"afsluitingen/2025.toml", record}}) {
    std::filesystem::copy(achterhoek(), folder_.path(), std::filesystem::copy_options::recursive);
  }
  std::string path() const { return folder_.path(); }

 private:
  TempPlan folder_;
};

// `lasten` of the posts 2 to 14 of 3.18, of which 12 is 5% of the others.
std::string booked_on_rib() {
  const std::pair<int, const char*> booked[] = {
      {2, "158112.40"}, {3, "139212.45"}, {4, "104500"}, {5, "61233.18"}, {6, "14870"},  {7, "5000"},   {8, "49000"},
      {9, "135000"},    {10, "22150.75"}, {11, "5000"},  {12, "0"},       {13, "41871"}, {14, "148892"}};
  std::string text =
      "[[afsluiting]]\njaar = 2025\nstand = \"voorlopig\"\n\n[[afsluiting.project]]\nnr = \"3.18\"\n"
      "\n[[afsluiting.project.post]]\nnr = 1\nbaten = 650_000\n";
  for (const auto& [nr, lasten] : booked)
    text += "\n[[afsluiting.project.post]]\nnr = " + std::to_string(nr) + "\nlasten = " + lasten + "\n";
  return text;
}

std::string eindsaldo(const std::string& path, const std::string& year, const std::vector<std::string>& more = {}) {
  std::vector<std::string> arguments{"project", path, "3.18", "--format", "csv"};
  arguments.insert(arguments.end(), more.begin(), more.end());
  const Run run = run_saldo(arguments);
  INFO(run.err);
  REQUIRE(run.code == 0);
  const auto rows = read_csv(run.out);
  for (std::size_t c = 0; c < rows[0].size(); ++c)
    if (rows[0][c] == year + ".eindsaldo") return rows.back().at(c);
  return "";
}

// Project 1 with 2025 booked; 2026 grows from the budget of 2025.
std::string closed(const std::string& posts, const std::string& record, const std::string& keys = "budget = 1_000") {
  return head("[index]\nloon = 10\n") + line("a") + project("1", keys) + posts +
         "[[afsluiting]]\njaar = 2025\nstand = \"voorlopig\"\n[[afsluiting.project]]\nnr = 1\n" + record;
}

std::string booked(const std::string& nr, const std::string& amounts) {
  return "[[afsluiting.project.post]]\nnr = " + nr + "\n" + amounts + "\n";
}

}  // namespace

TEST_CASE("the investeringsbudget goes on from what was realised, its later years from their budget") {
  const ClosedAchterhoek closed(booked_on_rib());
  CHECK(eindsaldo(closed.path(), "2025") == "586937.22");
  CHECK(eindsaldo(closed.path(), "2026") == "1750886.22");
  CHECK(eindsaldo(closed.path(), "2027") == "1609886.22");
  CHECK(eindsaldo(closed.path(), "2028") == "1436886.22");
  CHECK(eindsaldo(closed.path(), "2028", {"--standing", "actueel"}) == "1348815.00");
  CHECK(eindsaldo(closed.path(), "2028", {"--standing", "realisatie"}) == "1436886.22");
}

TEST_CASE("what a document prints of a budget is not held against what was booked") {
  const ClosedAchterhoek closed(booked_on_rib());
  const auto controles = [](const std::string& path) {
    const Run run = run_saldo({"check", path, "--only", "controle", "--format", "csv"});
    return read_csv(run.out).size();
  };
  CHECK(controles(closed.path()) == controles(achterhoek()));
}

TEST_CASE("a balance counts what was booked, an index and a percentage what was budgeted") {
  const std::string posts = post("lasten = { 2025 = 100 }\nindex = \"loon\"", "Loon") +
                            post("lasten = { percentage = 50, over = 1 }", "Opslag");
  const SmallPlan small = work_out_text(closed(posts, booked("1", "lasten = 80") + booked("2", "lasten = 45")));
  CHECK(amounts_of(small, 0, 0, Direction::lasten) == "80 110 121 133,10");
  CHECK(amounts_of(small, 0, 1, Direction::lasten) == "45 55 60,50 66,55");
}

TEST_CASE("a sluitpost and a spiegel of a closed year follow what was booked, unless they were booked themselves") {
  const std::string two = project("2") + receives("1", "2025 = \"spiegel\"");
  const std::string posts = post("lasten = { 2025 = 300 }", "Kosten") + sends("2", "2025 = \"sluitpost\"") + two;
  const SmallPlan small = work_out_text(closed(posts, booked("1", "lasten = 250.50")));
  CHECK(amounts_of(small, 0, 1, Direction::lasten) == "749,50 - - -");
  CHECK(amounts_of(small, 1, 0, Direction::baten) == "749,50 - - -");
  const SmallPlan typed = work_out_text(closed(posts, booked("1", "lasten = 250.50") + booked("2", "lasten = 700")));
  CHECK(amounts_of(typed, 1, 0, Direction::baten) == "700 - - -");
  CHECK(typed.balances.projects[0].years[0].eindsaldo == Money::of_cents(4950));
}

TEST_CASE("the year before the plan gives the openings") {
  const std::string before =
      "[[afsluiting]]\njaar = 2024\nstand = \"voorlopig\"\n[[afsluiting.project]]\nnr = 1\n"
      "eindsaldo = 900.25\n";
  const SmallPlan small = work_out_text(head() + line("a") + project("1", "budget = 1_000") + before);
  CHECK(small.balances.projects[0].opening == Money::of_cents(90025));
  CHECK(small.balances.total.years[0].eindsaldo == Money::of_cents(90025));
}

TEST_CASE("what was booked without a budget counts as a post of its own") {
  const std::string record = booked("1", "lasten = 80") +
                             "[[afsluiting.project.post]]\nnaam = \"Claim\"\nlasten = 30\ntoelichting = \"vonnis\"\n";
  const SmallPlan small = work_out_text(closed(post("lasten = { 2025 = 100 }", "Kosten"), record));
  CHECK(amounts_of(small, 0, 1, Direction::lasten) == "30 - - -");
  CHECK(small.balances.projects[0].years[0].eindsaldo == Money::of_cents(89000));
}
