// The checks on amounts: what they say besides the place, and where each begins and ends to speak.
#include <fmt/format.h>

#include <algorithm>

#include "support/catch.h"
#include "support/support.h"

using namespace saldo;

namespace {

using Lines = std::vector<std::string>;

const std::string head = R"([plan]
naam = "Proef"
eerste_jaar = 2025
laatste_jaar = 2028

[[programmalijn]]
id = "a"
naam = "A"

)";

std::string project(const std::string& nr, const std::string& keys = "") {
  return "[[project]]\nnr = \"" + nr + "\"\nnaam = \"Project " + nr + "\"\nprogrammalijn = \"a\"\n" + keys + "\n";
}

std::string post(const std::string& naam, const std::string& keys) {
  return "[[project.post]]\nnaam = \"" + naam + "\"\n" + keys + "\n";
}

// A project with one post, and what else the plan needs.
std::string of_post(const std::string& keys, const std::string& rest = "") {
  return head + project("1") + post("Zaal", keys) + rest;
}

const std::string loon = "[index]\nloon = 5.1\n";

// What the rule finds in a plan: message, notes and help, in English.
Lines said(Rule rule, const std::string& plan) {
  const LoadedPlan loaded = load_text(plan);
  REQUIRE(tell(loaded, hindrances(loaded)) == Lines{});
  Lines lines;
  for (const Diagnostic& finding : check_all(loaded)) {
    if (finding.rule != rule) continue;
    lines.push_back(to_text(finding.message));
    for (const Related& related : finding.related)
      lines.push_back(fmt::format("  {}:{} {}", related.place.line, related.place.column, to_text(related.message)));
    lines.push_back("  " + to_text(finding.help));
  }
  return lines;
}

std::size_t count(Rule rule, const std::string& plan) {
  const LoadedPlan loaded = load_text(plan);
  REQUIRE(tell(loaded, hindrances(loaded)) == Lines{});
  const Findings findings = check_all(loaded);
  return static_cast<std::size_t>(
      std::count_if(findings.begin(), findings.end(), [rule](const Diagnostic& f) { return f.rule == rule; }));
}

std::size_t odd_amounts(const std::string& keys) { return count(Rule::verdacht_getal, of_post(keys)); }

}  // namespace

TEST_CASE("an amount that follows from what the index had given says which amount to correct first") {
  CHECK(said(Rule::index_afwijking,
             of_post("lasten = { 2025 = 160_000, 2026 = 169_000, 2027 = 176_800 }\nindex = \"loon\"\nafronding = 100",
                     loon)) == Lines{"lasten 2026 of post 1 of 1 are 169.000, but from 160.000 in 2025 the index "
                                     "`loon` gives 168.200: a difference of 800",
                                     "  17:51 lasten 2027 of post 1 of 1 are 176.800: the index `loon` gives that from "
                                     "168.200 in 2026, and 177.600 from the 169.000 that stands there",
                                     "  leave 2026 out to follow the index, or say why it does not in a [[negeer]]"});
}

TEST_CASE("an index says nothing of PM, of 0, of a year without a rate and after the end of a project") {
  const auto deviations = [](const std::string& amounts, const std::string& index) {
    return count(Rule::index_afwijking, of_post("lasten = { " + amounts + " }\nindex = \"loon\"", index));
  };
  CHECK(deviations("2025 = 100, 2026 = 200", loon) == 1);
  CHECK(deviations("2025 = 100, 2026 = 105.10", loon) == 0);
  CHECK(deviations("2025 = 100, 2026 = 105.11", loon) == 1);
  CHECK(deviations("2025 = 100, 2026 = \"PM\"", loon) == 0);
  CHECK(deviations("2025 = \"PM\", 2026 = 200", loon) == 0);
  CHECK(deviations("2025 = 100, 2026 = 0", loon) == 0);
  CHECK(deviations("2025 = 0, 2026 = 200", loon) == 0);
  CHECK(deviations("2026 = 200", loon) == 0);
  CHECK(deviations("2025 = 100, 2026 = 200", "[index]\nloon = { 2027 = 0, 2028 = 0 }\n") == 0);
  CHECK(count(Rule::index_afwijking, head + project("1", "einde = 2025") +
                                         post("Zaal", "lasten = { 2025 = 100, 2026 = 200 }\nindex = \"loon\"") +
                                         loon) == 0);
}

TEST_CASE("a percentage says where it is typed, and nothing over posts without an amount") {
  const auto plan = [](const std::string& base) {
    return of_post("baten = { 2025 = " + base + " }",
                   post("Onvoorzien", "baten = { percentage = 2.5, over = 1, 2025 = 24 }"));
  };
  CHECK(said(Rule::percentage_afwijking, plan("1_000")) ==
        Lines{"baten 2025 of post 2 of 1 are 24, but 2,5% of 1.000 gives 25: a difference of -1",
              "  20:24 the percentage is here",
              "  leave 2025 out to follow the percentage, or say why it does not in a [[negeer]]"});
  CHECK(count(Rule::percentage_afwijking, plan("960")) == 0);
  CHECK(count(Rule::percentage_afwijking, plan("\"PM\"")) == 0);
}

TEST_CASE("an onderbouwing may stand for one of the years, for all together, or for what is taken from it") {
  const auto plan = [](const std::string& lasten) {
    return of_post("lasten = { " + lasten + " }\nonderbouwing = [ { naam = \"x\", factoren = [10, 50] } ]");
  };
  CHECK(
      said(Rule::onderbouwing_afwijking, plan("2025 = 600, 2026 = 100")) ==
      Lines{"lasten 2025 of post 1 of 1 are 600, but the lines of its onderbouwing add up to 500: a difference of 100",
            "  18:18 the onderbouwing begins here",
            "  write 2025 = \"onderbouwing\", or add the line that is missing"});
  CHECK(count(Rule::onderbouwing_afwijking, plan("2025 = 600, 2026 = 500")) == 0);
  CHECK(count(Rule::onderbouwing_afwijking, plan("2025 = 200, 2026 = 300")) == 0);
  CHECK(count(Rule::onderbouwing_afwijking, plan("2025 = \"onderbouwing\", 2026 = 600")) == 0);
  CHECK(count(Rule::onderbouwing_afwijking, plan("totaal = \"onderbouwing\", 2025 = \"80%\", 2026 = 600")) == 0);
  CHECK(count(Rule::onderbouwing_afwijking, plan("2025 = \"PM\"")) == 0);
}

TEST_CASE("PM is told once a post, with its years, where it was typed and not where it arrives") {
  CHECK(said(Rule::pm_open, of_post("baten = { 2025 = \"PM\", 2027 = \"PM\" }\nlasten = { 2028 = \"PM\" }")) ==
        Lines{"the baten and lasten of post 1 of 1 are PM in 2025, 2027-2028: Zaal",
              "  write the amount once it is known"});
  CHECK(said(Rule::pm_open, of_post("lasten = { 2026 = \"PM\" }\nindex = \"loon\"", loon)) ==
        Lines{"the lasten of post 1 of 1 are PM in 2026-2028: Zaal", "  write the amount once it is known"});
  CHECK(count(Rule::pm_open,
              of_post("baten = { 2025 = \"PM\" }", post("Onvoorzien", "baten = { percentage = 5, over = 1 }"))) == 1);
  CHECK(count(Rule::pm_open, head + project("1") + post("Naar 2", "lasten = { 2025 = \"PM\" }\nnaar = \"2\"") +
                                 project("2") + post("Van 1", "baten = { 2025 = \"spiegel\" }\nvan = \"1\"")) == 1);
}

TEST_CASE("an overdracht nobody declared comes with what to write on both posts") {
  const std::string plan = head + project("1", "budget = 999_999") + post("Restant", "lasten = { 2025 = 402_217 }") +
                           project("2") + post("Vrijval", "baten = { 2026 = 402_217 }");
  CHECK(said(Rule::verdacht_dubbel, plan) ==
        Lines{"402.217 leaves 1 in 2025 and enters 2 in 2026: this looks like an overdracht that nobody declared",
              "  25:18 post 1 of 2 receives it: Vrijval",
              "  if it is one, write naar = \"2\" on post 1 of 1, and van = \"1\" with vertraging = 1 on post 1 of 2"});
  const std::string two = head + project("1", "budget = 999_999") + post("Zaal", "lasten = { 2025 = 135_000 }") +
                          post("Inzet", "lasten = { 2025 = 41_871 }") + project("2") +
                          post("Bijdrage", "baten = { 2025 = 176_871 }");
  CHECK(said(Rule::verdacht_dubbel, two) ==
        Lines{"176.871 leaves 1 in 2025 and enters 2 in 2025: this looks like an overdracht that nobody declared",
              "  28:18 post 1 of 2 receives it: Bijdrage",
              "  if it is one, write naar = \"2\" on post 1, 2 of 1 and van = \"1\" on post 1 of 2"});
}

TEST_CASE("among many amounts an equal one is no news, unless a post names the other project") {
  const auto plan = [](const std::string& naam, int others) {
    std::string more;
    for (int i = 0; i < others; ++i)
      more += post("Zaal " + std::to_string(i), "lasten = { 2026 = " + std::to_string(i + 1) + " }");
    return head + project("1", "budget = 999_999") + post(naam, "lasten = { 2025 = 41_871 }") + more + project("2") +
           post("Vrijval", "baten = { 2025 = 41_871 }");
  };
  const auto renamed = [&plan](int others) {
    std::string text = plan("Bijdrage werkcentrum", others);
    return text.replace(text.find("Project 2"), 9, "Werkcentrum");
  };
  CHECK(count(Rule::verdacht_dubbel, plan("Bijdrage", 97)) == 1);  // with the two themselves 99 amounts
  CHECK(count(Rule::verdacht_dubbel, plan("Bijdrage", 98)) == 0);
  CHECK(count(Rule::verdacht_dubbel, renamed(98)) == 1);
}

TEST_CASE("an amount ten, a hundred or a thousand times its neighbours looks mistyped, give or take a tenth") {
  CHECK(said(Rule::verdacht_getal, of_post("lasten = { 2025 = 116_900, 2026 = 11_690, 2027 = 116_900 }")) ==
        Lines{"lasten 2026 of post 1 of 1 are 11.690, and the 116.900 of 2025 is some 10 times that",
              "  see whether a digit was left out"});
  CHECK(said(Rule::verdacht_getal, of_post("lasten = { 2025 = 116_900, 2026 = 122_900_000, 2027 = 129_200 }")) ==
        Lines{"lasten 2026 of post 1 of 1 are 122.900.000, some 1000 times the 116.900 of 2025",
              "  see whether a digit too many was typed"});
  CHECK(odd_amounts("lasten = { 2025 = 100, 2026 = 900, 2027 = 100 }") == 1);
  CHECK(odd_amounts("lasten = { 2025 = 100, 2026 = 899.99, 2027 = 100 }") == 0);
  CHECK(odd_amounts("lasten = { 2025 = 100, 2026 = 1_100, 2027 = 100 }") == 1);
  CHECK(odd_amounts("lasten = { 2025 = 100, 2026 = 1_100.01, 2027 = 100 }") == 0);
  CHECK(odd_amounts("lasten = { 2025 = 100, 2026 = 10_000, 2027 = 100 }") == 1);
  CHECK(odd_amounts("lasten = { 2025 = 13, 2026 = 100, 2027 = 13 }") == 0);
  CHECK(odd_amounts("lasten = { 2025 = 480_000, 2026 = 40_000 }") == 0);
}

TEST_CASE("both neighbours must agree, and at the end of a row the one that is there with the one behind it") {
  CHECK(odd_amounts("lasten = { 2025 = 1_000, 2026 = 100, 2027 = 10 }") == 0);
  CHECK(odd_amounts("lasten = { 2025 = 113, 2026 = 1_130, 2027 = 565 }") == 0);
  CHECK(odd_amounts("lasten = { 2025 = 113, 2026 = 1_130, 2027 = 565.01 }") == 1);
  CHECK(odd_amounts("lasten = { 2025 = 5_000, 2026 = 50_000, 2027 = 50_000 }") == 0);  // kapitaallasten that start
  CHECK(odd_amounts("lasten = { 2025 = 1_000, 2026 = 100, 2027 = 100 }") == 1);
  CHECK(odd_amounts("lasten = { 2025 = 100, 2026 = 100, 2027 = 1_000 }") == 1);
  CHECK(odd_amounts("lasten = { 2025 = 100, 2026 = 100, 2027 = 1_050 }") == 1);
  CHECK(odd_amounts("lasten = { 2025 = 100, 2026 = 100, 2027 = 1_050.01 }") == 0);
  CHECK(odd_amounts("lasten = { 2025 = 116_000, 2026 = 11_600 }") == 1);
  CHECK(odd_amounts("lasten = { 2025 = 116_000, 2026 = 11_600.01 }") == 0);
  CHECK(odd_amounts("lasten = { 2025 = 110_000, 2026 = 11_000 }") == 0);                   // a project that ends
  CHECK(odd_amounts("lasten = { 2025 = 100, 2026 = 0, 2027 = 1_000, 2028 = 100 }") == 1);  // 0 says nothing of size
  CHECK(odd_amounts("lasten = { 2025 = 100 }\nbaten = { 2026 = 1_000 }") == 0);
}

TEST_CASE("below zero is told once for a side, and not where a sluitpost comes out there") {
  CHECK(said(Rule::verdacht_getal, of_post("lasten = { 2025 = -500, 2026 = -600 }")) ==
        Lines{"lasten 2025 of post 1 of 1 are -500, below zero", "  17:32 lowest in 2026: -600",
              "  write 500 without a minus sign, among the baten if that is what it is"});
  CHECK(odd_amounts("baten = { totaal = -1_000, 2025 = \"80%\", 2026 = \"20%\" }") == 1);
  CHECK(count(Rule::verdacht_getal,
              head + project("1", "budget = -500") + post("Sluitpost", "lasten = { 2025 = \"sluitpost\" }")) == 0);
}

TEST_CASE("a stelpost may be below zero") {
  CHECK(count(Rule::verdacht_getal,
              head + project("1") + post("Stelpost onderuitputting", "lasten = { 2025 = -500 }")) == 0);
}

TEST_CASE("a rate on the scale of a share, and an index figure for a rate, look mistyped") {
  const auto rates = [](const std::string& index) {
    return said(Rule::verdacht_getal, head + "[index]\n" + index + "\n" + project("1") +
                                          post("Zaal", "lasten = { 2025 = 100_000 }\nindex = \"i\""));
  };
  CHECK(rates("i = 0.051") == Lines{"index `i` grows by 0,051% a year here: 100.000 becomes 100.051",
                                    "  a rate is a percentage: write 5.1 if 5,1% is meant"});
  CHECK(rates("i = { 2026 = 126.24, 2027 = 129.15, 2028 = 2.5 }") ==
        Lines{"index `i` is 126,24% in 2026: amounts are multiplied by 2,26",
              "  a rate is a percentage that is added: write 5.1 for 5,1%",
              "index `i` is 129,15% in 2027: amounts are multiplied by 2,29",
              "  if 126,24 and 129,15 are index figures, write the step between them: 2.3"});
  CHECK(rates("i = { 2025 = 126.24, 2026 = 129.15, 2027 = 2, 2028 = 2 }") ==
        Lines{"index `i` is 129,15% in 2026: amounts are multiplied by 2,29",
              "  if 126,24 and 129,15 are index figures, write the step between them: 2.3"});
  CHECK(rates("i = { 2026 = 60, 2027 = 1_260, 2028 = 2 }").back() ==
        "  if 60 and 1.260 are index figures, write the step between them: 2000");
  CHECK(rates("i = { 2026 = 5.1, 2027 = 0.04, 2028 = 5.1 }").size() == 2);
  CHECK(rates("i = 50").size() == 2);
  CHECK(rates("i = -50").size() == 2);
  for (const char* right : {"0", "0.1", "0.5", "-1.5", "10", "49.9", "-0.5"})
    CHECK(rates(std::string("i = ") + right) == Lines{});
  CHECK(rates("i = { a = \"1/2\", b = \"1/2\" }\na = 0.02\nb = 2") ==
        Lines{"index `a` grows by 0,02% a year here: 100.000 becomes 100.020",
              "  a rate is a percentage: write 2 if 2% is meant"});
}

TEST_CASE("a factor on the scale of a percentage looks mistyped") {
  const auto changed = [](const std::string& operation) {
    return said(Rule::verdacht_getal, of_post("lasten = { 2025 = 100 }",
                                              "[[begrotingswijziging]]\nnr = 1\n"
                                              "datum = 2025-06-30\nwijziging = [{ project = \"1\", post = 1, " +
                                                  operation + " }]\n"));
  };
  CHECK(changed("maal = 105") ==
        Lines{"this multiplies by 105: 1.000 becomes 105.000", "  write \"105%\" if a percentage is meant"});
  CHECK(changed("maal = { 2025 = 20 }").size() == 2);
  CHECK(changed("maal = 19.9") == Lines{});
}

TEST_CASE("a thousand with a point and a comma between two digits look mistyped among factors") {
  const auto factors = [](const std::string& list) {
    return said(Rule::verdacht_getal, of_post("lasten = { 2025 = \"onderbouwing\" }\nonderbouwing = [{ naam = \"x\", "
                                              "factoren = [" +
                                              list + "] }]"));
  };
  CHECK(factors("1.720, 24.17") ==
        Lines{"`1.720` has three decimals: is it a Dutch thousand?", "  write 1_720 if it is, 1.72 if not"});
  CHECK(factors("2, 1.125") ==
        Lines{"`1.125` has three decimals: is it a Dutch thousand?", "  write 1_125 if it is, 1.1250 if not"});
  CHECK(factors("46, 16, 73,57, 1.21") == Lines{"`73,57` is two factors here, which are multiplied: is it one number?",
                                                "  write 73.57 if it is, a space after the comma if not"});
  for (const char* right :
       {"46, 16, 73.57, 1.21", "0.875, 1_720, 24.17", "46,16,73.57", "46,16", "46, 16", "1.1250, 2", "46, 8, 57.805"})
    CHECK(factors(right) == Lines{});
}

TEST_CASE("percentages typed without their sign look mistyped") {
  const auto range = [](const std::string& keys) {
    return said(Rule::verdacht_getal, of_post("lasten = { 2025 = 100_000 }\nbandbreedte = { " + keys + " }"));
  };
  CHECK(range("min = 80, waarschijnlijk = 100, max = 130") ==
        Lines{"the bandbreedte of post 1 of 1 is 80 to 130 euro, and 100.000 is written",
              "  write \"80%\" and \"130%\" if percentages are meant"});
  CHECK(range("min = 10_000_000, waarschijnlijk = 11_000_000, max = 12_000_000").size() == 2);
  CHECK(range("min = 80_000, max = 130_000") == Lines{});
  CHECK(range("min = 0, max = 130_000") == Lines{});
  CHECK(range("min = \"80%\", max = \"130%\"") == Lines{});
  CHECK(odd_amounts("baten = { totaal = 46_000, 2025 = \"80%\", 2026 = 20 }") == 1);  // 20 euro
  CHECK(said(Rule::verdacht_getal, head + project("1") + post("Een", "lasten = { 2025 = 9 }") +
                                       post("Twee", "lasten = { percentage = 0.05, over = 1 }")) ==
        Lines{"post 2 of 1 is 0,05% of other posts", "  a rate is a percentage: write 5 if 5% is meant"});
}

TEST_CASE("parts of a total that are less than the whole leave an amount in no year") {
  CHECK(said(Rule::delen_onder_100,
             of_post("baten = { totaal = 100_000, 2025 = \"33,33%\", 2026 = \"33,33%\", 2027 = \"33,33%\" }")) ==
        Lines{"the parts of this total add up to 99,99%: 10,00 of 100.000 falls in no year",
              "  write \"1/3\" in each of these years, and they are the whole"});
  CHECK(said(Rule::delen_onder_100, of_post("baten = { totaal = 1_200, 2025 = \"7/12\", 2026 = \"4/12\" }")) ==
        Lines{"the parts of this total add up to 91,6666…%: 100,00 of 1.200 falls in no year",
              "  write the year in which it falls, or say in a [[negeer]] why that is outside the plan"});
  const auto help = [](const std::string& parts) {
    return said(Rule::delen_onder_100, of_post("baten = { totaal = 1_000, " + parts + " }")).back();
  };
  CHECK(has(help("2025 = \"33%\", 2026 = \"33%\", 2027 = \"33%\""), "write \"1/3\" in each"));
  CHECK(has(help("2025 = \"49,4%\", 2026 = \"49,4%\""), "write the year in which it falls"));
  CHECK(has(help("2025 = \"49,4%\", 2026 = \"49,7%\""), "write the year in which it falls"));
  CHECK(has(help("2025 = \"99,5%\""), "write the year in which it falls"));
  CHECK(said(Rule::delen_onder_100, of_post("baten = { totaal = \"onderbouwing\", 2025 = \"80%\" }\n"
                                            "onderbouwing = [{ naam = \"x\", factoren = [10, 50] }]"))
            .front() == "the parts of this total add up to 80%: 100,00 of 500 falls in no year");
  CHECK(said(Rule::delen_onder_100,
             of_post("baten = { totaal = 100, 2025 = \"80%\", 2026 = \"20%\" }",
                     "[[begrotingswijziging]]\nnr = 1\ndatum = 2025-06-30\nwijziging = [{ project = \"1\", post = "
                     "\"Zaal\", baten = { totaal = 500, 2025 = \"80%\" } }]\n"))
            .size() == 2);
  for (const char* whole :
       {"totaal = 100, 2025 = \"1/3\", 2026 = \"1/3\", 2027 = \"1/3\"", "totaal = 100, 2025 = \"80%\", 2026 = \"PM\"",
        "totaal = 1_000, 2025 = \"80%\", 2026 = 200"})
    CHECK(count(Rule::delen_onder_100, of_post(std::string("baten = { ") + whole + " }")) == 0);
}

TEST_CASE("of what a schuif took out of the plan only that side is told elsewhere") {
  const auto less = [](const std::string& totaal) { return "{ totaal = " + totaal + ", 2025 = \"80%\" }\n"; };
  const std::string moved = "nr = 1\nbaten = { totaal = 100, 2027 = \"80%\", 2028 = \"20%\" }\nlasten = " + less("60");
  const std::string plan = head + project("1") + post("Een", moved) + post("Twee", "nr = 2\nbaten = " + less("200")) +
                           project("2") + post("Een", "nr = 1\nbaten = " + less("300")) +
                           "[[begrotingswijziging]]\nnr = 1\ndatum = 2025-06-30\n"
                           "wijziging = [{ project = \"1\", post = 1, schuif = 1 }]\n";
  CHECK(count(Rule::wijziging_horizon, plan) == 1);
  Lines told = said(Rule::delen_onder_100, plan);
  std::erase_if(told, [](const std::string& line) { return line.starts_with("  "); });
  CHECK(told == Lines{"the parts of this total add up to 80%: 12,00 of 60 falls in no year",
                      "the parts of this total add up to 80%: 40,00 of 200 falls in no year",
                      "the parts of this total add up to 80%: 60,00 of 300 falls in no year"});
}

TEST_CASE("a restant or a sluitpost among the lasten that is a deficit is told, one that is left over is not") {
  const auto sends = [](const std::string& budget) {
    return head + project("1", "budget = " + budget) + post("Kosten", "lasten = { 2025 = 12_000, 2026 = 5_000 }") +
           post("Rest", "lasten = { 2026 = \"sluitpost\" }\nnaar = \"2\"") + project("2", "budget = 90_000") +
           post("Van 1", "baten = { 2026 = \"spiegel\" }\nvan = \"1\"");
  };
  CHECK(said(Rule::tekort_als_restant, sends("10_000")) ==
        Lines{"project 1 is 7.000 short in 2026, and 2 pays that: its sluitpost is below zero",
              "  cover it in 1, or write in a [[negeer]] who decided that 2 pays"});
  CHECK(count(Rule::tekort_als_restant, sends("17_000.49")) == 0);
  CHECK(count(Rule::tekort_als_restant, sends("16_999.51")) == 0);
  CHECK(count(Rule::tekort_als_restant, sends("16_999.50")) == 1);
  const auto own = [](const std::string& budget, const std::string& side) {
    return head + project("1", "budget = " + budget) + post("Kosten", "lasten = { 2025 = 12_000 }") +
           post("Rest", side + " = { 2025 = \"sluitpost\" }");
  };
  CHECK(said(Rule::tekort_als_restant, own("10_000", "lasten")).front() ==
        "project 1 is 2.000 short in 2025: its sluitpost is below zero");
  CHECK(count(Rule::tekort_als_restant, own("15_000", "lasten")) == 0);
  CHECK(count(Rule::tekort_als_restant, own("10_000", "baten")) == 0);  // who pays it makes up for it
}

TEST_CASE("pm-open names the sluitpost and the restant that leave the amount out") {
  const std::string unknown = post("Kosten", "lasten = { 2025 = \"PM\", 2027 = 5 }");
  const std::string rest =
      post("Rest", "lasten = { 2025 = \"sluitpost\", 2026 = \"sluitpost\", 2027 = \"sluitpost\" }");
  CHECK(said(Rule::pm_open, head + project("1", "budget = 10") + unknown + rest) ==
        Lines{"the lasten of post 1 of 1 are PM in 2025: Kosten",
              "  20:19 the sluitpost of 1, post 2, leaves it out in 2025: what is left then is not certain",
              "  write the amount once it is known"});
  // A later year takes it along, and so does whoever receives it or has a percentage of it.
  const std::string later = post("Rest", "lasten = { 2028 = \"sluitpost\" }");
  CHECK(said(Rule::pm_open, head + project("1") + unknown + later)[1] ==
        "  20:19 the sluitpost of 1, post 2, leaves it out in 2028: what is left then is not certain");
  const std::string sent = post("Kosten", "lasten = { 2025 = \"PM\" }\nnaar = \"2\"") + project("2") +
                           post("Van 1", "baten = { 2025 = \"spiegel\" }\nvan = \"1\"") +
                           post("Deel", "lasten = { percentage = 10, over = 1, kant = \"baten\" }");
  CHECK(said(Rule::pm_open, head + project("1") + sent + later)[1] ==
        "  33:19 the sluitpost of 2, post 3, leaves it out in 2028: what is left then is not certain");
  CHECK(said(Rule::pm_open, head + project("1") + unknown + project("2") + later).size() == 2);
}

TEST_CASE("pm-open tells a budget that is PM, of a later project too") {
  CHECK(said(Rule::pm_open, head + project("1") + project("2", "budget = \"PM\"")) ==
        Lines{"the budget of 2 is PM: no balance of it holds that", "  write the amount once it is known"});
}

TEST_CASE("each spiegel after the first of an exchange is one finding, that points to the first") {
  std::string plan = head + project("1") + post("Stuurt", "lasten = { 2025 = 9 }\nnaar = \"2\"") + project("2");
  for (const char* naam : {"Een", "Twee", "Drie", "Vier"})
    plan += post(naam, "baten = { 2025 = \"spiegel\" }\nvan = \"1\"");
  const LoadedPlan loaded = load_text(plan);
  const Findings findings = hindrances(loaded);
  REQUIRE(findings.size() == 3);
  for (const Diagnostic& finding : findings) {
    CHECK(finding.rule == Rule::spiegel);
    REQUIRE(finding.related.size() == 1);
    CHECK(finding.related[0].place.line == 26);
  }
}

TEST_CASE("two posts that are equal but once are less than a per cent apart there, and not equal by chance") {
  const auto apart = [](const std::string& baten, const std::string& lasten) {
    return count(Rule::verdacht_getal,
                 of_post("baten = { " + baten + " }", post("Inzet", "lasten = { " + lasten + " }")));
  };
  CHECK(apart("2025 = 313_369, 2027 = 522_252", "2025 = 313_369, 2027 = 522_282") == 1);
  CHECK(apart("2025 = 313_369, 2027 = 500_000", "2025 = 313_369, 2027 = 504_999") == 1);
  CHECK(apart("2025 = 313_369, 2027 = 500_000", "2025 = 313_369, 2027 = 505_000") == 0);
  CHECK(apart("2025 = 1_234, 2027 = 500_000", "2025 = 1_234, 2027 = 500_030") == 1);
  CHECK(apart("2025 = 1_230, 2027 = 500_000", "2025 = 1_230, 2027 = 500_030") == 0);
  CHECK(apart("2025 = 313_369, 2026 = 500_000, 2027 = 500_000", "2025 = 313_369, 2026 = 500_030, 2027 = 500_030") == 0);
  CHECK(apart("2025 = 313_369, 2027 = 500_000", "2025 = 313_369") == 0);
  CHECK(apart("2025 = 313_369, 2027 = 500_000", "2025 = 313_369, 2027 = \"PM\"") == 0);
}
