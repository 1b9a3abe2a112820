// Of the year before the plan: a csv with what each project ended with.
#include "base/say.h"
#include "support/catch.h"
#include "support/intake.h"
#include "support/small_plan.h"
#include "support/support.h"

using namespace saldo;

namespace {

const std::string plan = head() + line("a") + project("3.1") + post("lasten = { 2025 = 100 }", "Huur") +
                         project("3.10") + post("lasten = { 2025 = 5 }", "Reizen") + project("3.6");

const std::string headings = "project,jaar,eindsaldo\n";

TakenIn of(const std::string& text) { return take_in(plan, text, "", Year{2024}); }
Lines told(const std::string& rows) { return of(headings + rows).told(); }

Lines balances(const TakenIn& taken) {
  Lines lines;
  for (const ClosingBalance& balance : taken.actuals.balances)
    lines.push_back(taken.plan.project(balance.project).nr + " " + to_plain(balance.amount));
  return lines;
}

}  // namespace

TEST_CASE("every project that is named ends the year before the plan with what stands there") {
  const TakenIn taken = of(headings + "3.10,2024,-12.50\n3.1,2024,0.00\n3.6,2024,398902.14\n");
  CHECK(taken.told() == Lines{});
  CHECK(balances(taken) == Lines{"3.1 0.00", "3.10 -12.50", "3.6 398902.14"});
  CHECK(taken.fates() ==
        Lines{"2 verwerkt 3.10/eindsaldo/2024", "3 verwerkt 3.1/eindsaldo/2024", "4 verwerkt 3.6/eindsaldo/2024"});
  CHECK(taken.actuals.source.mapped == 3);
}

TEST_CASE("what a project ended with and is empty or PM stays unknown") {
  const TakenIn taken = of(headings + "3.1,2024,\n3.10,2024,PM\n");
  CHECK(taken.told() == Lines{});
  CHECK(balances(taken) == Lines{});
  CHECK(taken.fates() == Lines{"2 overgeslagen 3.1: leeg", "3 overgeslagen 3.10: PM"});
}

TEST_CASE("a naam may stand beside the nr, and is that of the project") {
  const std::string named = "Jaar;Project;Naam;Eindsaldo;programmalijn\n2024;3.1;nummer 3.1;1.000,50;a\n";
  CHECK(balances(of(named)) == Lines{"3.1 1000.50"});
  const TakenIn other = of("project,jaar,eindsaldo,naam\n3.1,2024,5.00,Nummer 3.10\n");
  CHECK(other.told() == Lines{"in.csv:2:15: project 3.1 is `Nummer 3.1` in the plan, and `Nummer 3.10` in this row "
                              "[onbekend-project]"});
  CHECK(has(other.help(), "was it `3.10`?"));
  CHECK(balances(other) == Lines{});
}

TEST_CASE("a row of another year, of no project, or without a readable amount is an error on its cell") {
  CHECK(told("3.1,2025,5.00\n") == Lines{"in.csv:2:5: this row is of 2025, and 2024 is closed [realisatie-jaar]"});
  CHECK(told("3.1,ooit,5.00\n") == Lines{"in.csv:2:5: `ooit` is not a year [realisatie-jaar]"});
  CHECK(told("3.11,2024,5.00\n") == Lines{"in.csv:2:1: there is no project `3.11` [onbekend-project]"});
  for (const std::string amount : {"nnb", "#N/B", "=SUM(A1)", "12.345", "\"1,2E+05\"", "1.234.56", "5 CR"}) {
    INFO(amount);
    const TakenIn taken = of(headings + "3.1,2024," + amount + "\n");
    CHECK(taken.told().size() == 1);
    CHECK(taken.actuals.balances.empty());
    CHECK(taken.fates() == Lines{"2 geweigerd 3.1"});
  }
  CHECK(told("3.1,2024\n").size() == 1);
}

TEST_CASE("a project that is there twice is told, and counts for nothing by itself") {
  const TakenIn taken = of(headings + "3.1,2024,5.00\n3.1,2024,5.00\n");
  CHECK(taken.told() == Lines{"in.csv:3:10: the eindsaldo of 3.1 is there twice [realisatie-dubbel]"});
  CHECK(taken.fates().back() == "3 geweigerd 3.1/eindsaldo/2024");
}

TEST_CASE("the columns of a year of the plan are no balances") {
  const TakenIn taken = of("project,post,jaar,baten,lasten\n3.1,1,2024,,5.00\n");
  REQUIRE(taken.told().size() == 1);
  CHECK(has(taken.told()[0], "no column eindsaldo: wanted are project, jaar, eindsaldo"));
}
