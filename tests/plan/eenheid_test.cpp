// [plan] eenheid: what the amounts of a plan are written in, in each place where one is.
#include "calc/check/checks.h"
#include "plan/write/toml_text.h"
#include "support/catch.h"
#include "support/small_plan.h"
#include "support/support.h"

using namespace saldo;

namespace {

const std::string thousands = head("eenheid = 1_000\n") + line("a");

std::string table(const std::string& plan, const std::vector<std::string>& more = {}) {
  const TempPlan files({{"plan.toml", plan},
                        {"scenarios/s.toml",
                         "[scenario]\nnaam = \"S\"\n[[wijziging]]\nproject = \"1\"\npost = 1\nplus "
                         "= { 2025 = 1 }\n"}});
  std::vector<std::string> words{"table", files.path(), "--format", "csv", "--years", "2025"};
  words.insert(words.end(), more.begin(), more.end());
  const Run run = run_saldo(words);
  INFO(run.err);
  return run.code == 0 ? read_csv(run.out).back().at(4) : run.err;  // lasten of the total
}

std::string spent(const std::string& amount) { return thousands + project("1") + lasten("2025 = " + amount); }

std::string refusal(const std::string& text) {
  const LoadedPlan loaded = load_text(text);
  REQUIRE(loaded.findings.size() == 1);
  return to_text(loaded.findings[0].message) + " | " + to_text(loaded.findings[0].help);
}

}  // namespace

TEST_CASE("amounts are in the unit of the plan, however they are written") {
  CHECK(table(spent("1_720")) == "1720000.00");
  CHECK(table(spent("1720.5")) == "1720500.00");
  CHECK(table(spent("\"1.234,5\"")) == "1234500.00");
  CHECK(table(spent("\"1.234,567\"")) == "1234567.00");
  CHECK(table(spent("0.12345")) == "123.45");
  CHECK(table(head("eenheid = 1_000_000\n") + line("a") + project("1") + lasten("2025 = 1.5")) == "1500000.00");
  CHECK(table(head("eenheid = 1\n") + line("a") + project("1") + lasten("2025 = 1.5")) == "1.50");
}

TEST_CASE("what is typed on the command line and in a scenario is in it too") {
  CHECK(table(spent("5"), {"--set", "1/1/2025=7"}) == "7000.00");
  CHECK(table(spent("5"), {"--set", "1/1/2025=7,25"}) == "7250.00");
  CHECK(table(spent("5"), {"--scenario", "s"}) == "6000.00");
}

TEST_CASE("what an amount is made of and what it is rounded to is in euros") {
  const std::string of_lines =
      "lasten = { 2025 = \"onderbouwing\" }\nonderbouwing = [{ naam = \"Uren\", factoren = "
      "[1_040, 73.57] }, { naam = \"Huur\", bedrag = 5 }]";
  CHECK(table(thousands + project("1") + post(of_lines)) == "81512.80");
  CHECK(table(thousands + project("1") + post(of_lines + "\nafronding = 100")) == "81500.00");
  CHECK(table(head("eenheid = 1_000\nafronding = 500\n") + line("a") + project("1") +
              post("lasten = { totaal = 1, 2025 = \"1/3\", 2026 = \"2/3\" }")) == "500.00");
}

TEST_CASE("balances, floors, ranges and records of years are in it") {
  const LoadedPlan loaded = load_text(
      thousands + project("1", "budget = 12\nondergrens = -3\n[project.controle]\ntolerantie = 2\nopening = 12") +
      post("lasten = { 2025 = 5 }\nbandbreedte = { min = 4, max = 6 }") +
      "[[negeer]]\nregel = \"saldo-ondergrens\"\nproject = \"1\"\nhoogstens = 4\nreden = \"zo is het\"\n"
      "[[afsluiting]]\njaar = 2025\nstand = \"voorlopig\"\n[[afsluiting.project]]\nnr = 1\n[[afsluiting.project.post]]"
      "\nnr = 1\nlasten = 4.25\n");
  REQUIRE(rule_ids(loaded.findings) == std::vector<std::string>{});
  const Project& project = loaded.plan.projects[0];
  CHECK(project.budget == Amount(Money::of_euros(12'000)));
  CHECK(project.more->ondergrens == Money::of_euros(-3'000));
  CHECK((*project.controles)[0].tolerantie == Money::of_euros(2'000));
  CHECK((*project.controles)[0].printed[0].amount == Money::of_euros(12'000));
  CHECK(project.onzekerheden[0].bandbreedtes[0].max == Ratio::of(Money::of_euros(6'000)));
  CHECK(loaded.plan.negeer[0].hoogstens == Money::of_euros(4'000));
  CHECK(loaded.plan.afsluitingen[0].projects[0].posts[0].realisatie[Direction::lasten]->amount ==
        Money::of_euros(4'250));
}

TEST_CASE("a unit is one that budgets are printed in, and a change has none") {
  CHECK(refusal(head("eenheid = 500\n")) ==
        "amounts are written in euros, in thousands or in millions | write 1, 1_000 or 1_000_000; what figures are "
        "rounded to is `afronding`");
  CHECK(
      refusal(spent("1.720")) ==
      "`1.720` has three decimals: is it a Dutch thousand? | write 1_720 if it is, or \"1,720\" in quotes if the last "
      "three are decimals");
  CHECK(has(refusal(spent("1.123456")), "`1.123456` has more than 5 decimals"));
  CHECK(has(refusal(spent("90_000_000_000_000_001")), "is beyond"));
  const TempPlan files(
      {{"plan.toml", spent("5")}, {"scenarios/s.toml", "[scenario]\nnaam = \"S\"\n[[wijziging]]\neenheid = 1_000\n"}});
  const Run run = run_saldo({"table", files.path(), "--scenario", "s"});
  CHECK(run.code == 2);
  CHECK(has(run.err, "a change cannot have another unit than the plan it changes"));
}

TEST_CASE("people see the unit of the plan, unless they ask for another") {
  const TempPlan files({{"plan.toml", spent("1_720")}});
  const auto said = [&](const std::vector<std::string>& more) {
    std::vector<std::string> words{"table", files.path()};
    words.insert(words.end(), more.begin(), more.end());
    return run_saldo(words).out;
  };
  CHECK(has(said({}), "(bedragen x € 1.000)"));
  CHECK(has(said({}), " 1.720 "));
  CHECK(has(said({"--format", "md"}), "bedragen x € 1.000"));
  CHECK_FALSE(has(said({"--unit", "1"}), "bedragen x"));
  CHECK(has(said({"--unit", "1"}), "1.720.000"));
  CHECK(has(said({"--cents"}), "1.720.000,00"));
}

TEST_CASE("an amount that is written back is read as the same") {
  for (const Money unit : written_units)
    for (const std::int64_t cents : {0, 1, 10, 99, 100, 101, 12'300, 100'000, 123'456, 172'000, 1'234'500, 123'456'789,
                                     -1, -172'000, -123'456'700, 500'000'000}) {
      const std::string text = toml_amount(Amount(Money::of_cents(cents)), unit);
      INFO(text << " in " << to_plain(unit));
      const bool is_dutch = text.starts_with('"');
      const ReadAmount read =
          is_dutch ? read_dutch_amount(text.substr(1, text.size() - 2), unit) : read_number_amount(text, unit);
      CHECK_FALSE(read.error);
      CHECK(read.amount == Amount(Money::of_cents(cents)));
    }
  CHECK(toml_amount(Amount(Money::of_euros(1'720'000)), Money::of_euros(1'000)) == "1_720");
  CHECK(toml_amount(Amount(Money::of_cents(290'50)), one_euro) == "290.50");
}

TEST_CASE("a floor on the command line is in the unit of the plan") {
  const std::string with_rib = head("eenheid = 1_000\ninvesteringsbudget = \"1\"\n") + line("a") +
                               project("1", "budget = 20") + lasten("2025 = 5");
  const TempPlan files({{"plan.toml", with_rib}});
  CHECK(run_saldo({"carryover", files.path(), "--floor", "15"}).err == "");
  CHECK(has(run_saldo({"carryover", files.path(), "--floor", "15,5"}).err, "below the floor of 15.500"));
}
