// What a careful reader sees in a budget that adds up: sums that part, coarse rounding, tables that stop, PM for nobody,
// money that stands still. And what is told under its cause.
#include "support/catch.h"
#include "support/small_plan.h"

using namespace saldo;

namespace {

const std::string start = head() + line("a");

// What the rule finds: its messages, each with the notes under it.
Lines said(Rule rule, const std::string& plan) {
  const LoadedPlan loaded = load_text(plan);
  REQUIRE(tell(loaded, hindrances(loaded)) == Lines{});
  Lines lines;
  for (const Diagnostic& finding : check_all(loaded)) {
    if (finding.rule != rule) continue;
    lines.push_back(to_text(finding.message));
    for (const Related& related : finding.related) lines.push_back("  " + to_text(related.message));
  }
  return lines;
}

std::string sums(const std::string& baten, const std::string& first, const std::string& second) {
  return start + project("1") + post("baten = " + baten) + post("lasten = " + first) + post("lasten = " + second);
}

std::string controle(const std::string& keys) { return "controle = { bron = \"tabel 4\", " + keys + " }\n"; }

}  // namespace

TEST_CASE("a bate that was the sum of two lasten, and is not any more") {
  CHECK(said(Rule::som_afwijking, sums("{ 2025 = 78_880, 2026 = 82_903 }", "{ 2025 = 74_880, 2026 = 78_699 }",
                                       "{ 2025 = 4_000, 2026 = 4_092 }")) ==
        Lines{"baten 2026 of post 1 of 1 are 82.903, but the lasten of post 2 + 3 are 82.791: 112 apart, while in 2025 "
              "both are 78.880",
              "  post 2 is here"});
}

TEST_CASE("sums that part for a reason are no finding") {
  // They stay equal; one of the two does not move; more than a per cent; round amounts; rounding alone.
  for (const char* baten :
       {"{ 2025 = 78_880, 2026 = 82_791 }", "{ 2025 = 78_880, 2026 = 78_880 }", "{ 2025 = 78_880, 2026 = 84_000 }",
        "{ 2025 = 78_880, 2026 = 82_793 }", "{ 2025 = 78_880, 2026 = 82_800 }", "{ 2025 = 78_881, 2026 = 82_903 }"}) {
    INFO(baten);
    CHECK(said(Rule::som_afwijking,
               sums(baten, "{ 2025 = 74_880, 2026 = 78_699 }", "{ 2025 = 4_000, 2026 = 4_092 }")) == Lines{});
  }
  CHECK(said(Rule::som_afwijking, sums("{ 2025 = 80_000, 2026 = 82_000 }", "{ 2025 = 70_000, 2026 = 71_730 }",
                                       "{ 2025 = 10_000, 2026 = 10_100 }")) == Lines{});
}

TEST_CASE("rounding that is a tenth or more of what an index adds") {
  const auto grown = [](const std::string& lasten, const std::string& afronding) {
    return said(Rule::afronding_groei,
                start + "[index]\nprijs = 2.3\n" + project("1") +
                    post("lasten = { 2025 = " + lasten + " }\nindex = \"prijs\"\nafronding = " + afronding));
  };
  CHECK(grown("5_000", "{ eenheid = 100, op = \"boven\", keten = \"exact\" }") ==
        Lines{"lasten 2026 of post 1 of 1 grow by 115 with the index `prijs`, but by 200 once rounded to 100: a "
              "difference of 85"});
  CHECK(grown("200", "10") ==
        Lines{"lasten 2026 of post 1 of 1 grow by 4,60 with the index `prijs`, but by 0 once rounded to 10: a "
              "difference of -4,60"});
  CHECK(grown("20_000", "100") == Lines{});  // 40 of 460
  CHECK(grown("5", "1") == Lines{});         // cents
}

TEST_CASE("a table that leaves out a project with money, or stops while they go on") {
  const std::string printed = controle("baten = { 2025 = 0, 2026 = 0 }, lasten = { 2025 = 100, 2026 = 100 }");
  const std::string spends = post("lasten = { 2025 = 100, 2026 = 100 }");
  const std::string three = start + project("1", printed) + spends + project("2", printed) + spends +
                            project("3", printed) + post("lasten = { 2025 = 100, 2026 = 100, 2027 = 100 }");
  CHECK(said(Rule::controle_onvolledig, three + project("4", "budget = 500\n")) ==
        Lines{"tabel 4 stops at 2026, but of its projects 1 have amounts after it: 3",
              "tabel 4 has 3 of the 4 projects, but not project 4"});
  CHECK(said(Rule::controle_onvolledig, three + project("4")) ==
        Lines{"tabel 4 stops at 2026, but of its projects 1 have amounts after it: 3"});
  // Of two of five projects it is no table of all, and of one year it is the budget of that year.
  CHECK(said(Rule::controle_onvolledig, start + project("1", printed) + spends + project("2", printed) + spends +
                                            project("3", "budget = 1\n") + project("4", "budget = 1\n") +
                                            project("5", "budget = 1\n")) == Lines{});
  const std::string one_year = controle("lasten = { 2025 = 100 }");
  CHECK(said(Rule::controle_onvolledig, start + project("1", one_year) + spends + project("2", one_year) + spends +
                                            project("3", one_year) + spends) == Lines{});
}

TEST_CASE("PM for a project that awaits nothing, and PM that nobody sends") {
  const auto pm = [](const std::string& sent, const std::string& received) {
    return said(Rule::overdracht_pm,
                start + project("1") + (sent.empty() ? "" : post("lasten = " + sent + "\nnaar = \"2\"")) +
                    project("2") + (received.empty() ? "" : post("baten = " + received + "\nvan = \"1\"")));
  };
  CHECK(pm("{ 2025 = 5, 2026 = \"PM\", 2027 = \"PM\" }", "{ 2025 = 5 }") ==
        Lines{"PM leaves 1 for 2 in 2026-2027, but 2 awaits nothing then", "  2 is here"});
  CHECK(pm("", "{ 2025 = \"PM\" }") == Lines{"2 awaits PM from 1 in 2025, but 1 sends nothing then", "  1 is here"});
  CHECK(pm("{ 2025 = \"PM\" }", "{ 2025 = \"PM\" }") == Lines{});
  CHECK(pm("{ 2025 = \"PM\" }", "{ 2025 = 5 }") == Lines{});
}

TEST_CASE("money that stands still while its posts are PM") {
  const auto still = [](const std::string& keys, const std::string& lasten) {
    return said(Rule::saldo_onaangeroerd, start + project("1", keys) + post("lasten = " + lasten));
  };
  CHECK(still("budget = 500\n", "{ 2025 = \"PM\" }") ==
        Lines{"500 of 1 stands untouched until 31 december 2028: its posts are PM"});
  CHECK(still("budget = 500\neinde = 2025\nrestant = \"meenemen\"\n", "{ 2025 = \"PM\" }") == Lines{});
  CHECK(still("budget = 500\n", "{ 2025 = \"PM\", 2026 = 10 }") == Lines{});
  CHECK(still("budget = 500\n", "{ 2025 = 0 }") == Lines{});
  CHECK(still("", "{ 2025 = \"PM\" }") == Lines{});
}

namespace {

// A plan and a line that both print 100 too little, and the project that has it.
std::string echoed(const std::string& line_prints, const std::string& rest = "") {
  return "[plan]\nnaam = \"Proef\"\neerste_jaar = 2025\nlaatste_jaar = 2025\ncontrole = { bron = \"tabel 3\", lasten = "
         "{ 2025 = 900 } }\n[[programmalijn]]\nid = \"a\"\nnaam = \"A\"\ncontrole = { bron = \"tabel 3\", lasten = { "
         "2025 = " +
         line_prints + " } }\n" + project("1", "budget = 1_000\n") + post("lasten = { 2025 = 600 }") +
         project("2", "budget = 1_000\n") + post("lasten = { 2025 = 400 }") + rest;
}

}  // namespace

TEST_CASE("a total that is off by what its line is off is told under that") {
  CHECK(said(Rule::controle, echoed("900")) ==
        Lines{"lasten 2025 of programmalijn a are 1.000, but tabel 3 says 900: a difference of 100",
              "  lasten 2025 of the plan are 1.000, but tabel 3 says 900: a difference of 100"});
  // Off by something else, it is a finding of its own.
  CHECK(said(Rule::controle, echoed("850")).size() == 2);
  CHECK(said(Rule::controle, echoed("1_000")).size() == 1);
}

TEST_CASE("what was set aside does not take along what follows from it") {
  const std::string negeer = "[[negeer]]\nregel = \"controle\"\nproject = \"a\"\nreden = \"bekend\"\n";
  CHECK(said(Rule::controle, echoed("900", negeer)) ==
        Lines{"lasten 2025 of the plan are 1.000, but tabel 3 says 900: a difference of 100"});
}

TEST_CASE("a line that is short by its projects only is told under them") {
  const std::string short_project = project("1") + post("lasten = { 2025 = 600 }\nbaten = { 2026 = 600 }");
  CHECK(said(Rule::saldo_ondergrens, start + short_project) ==
        Lines{"project 1 stands at -600 on 31 december 2025, below 0",
              "  programmalijn a stands at -600 on 31 december 2025, below 0"});
  // Also where its cause is the first finding there is.
  CHECK(said(Rule::saldo_ondergrens, head() + short_project + line("a")) ==
        said(Rule::saldo_ondergrens, start + short_project));
  const std::string allowed = project("2", "ondergrens = -50\n") + post("lasten = { 2025 = 50 }");
  CHECK(said(Rule::saldo_ondergrens, start + short_project + allowed).size() == 2);
}
