// What a controle that does not hold says about its difference, and when it says nothing.
#include <fmt/format.h>

#include "calc/check/checks.h"
#include "calc/check/controle/sum_search.h"
#include "support/catch.h"
#include "support/marked_plan.h"
#include "support/small_plan.h"

using namespace saldo;

namespace {

using Lines = std::vector<std::string>;

// Projects p1, p2, … with these baten in 2025, and what is printed about the plan.
std::string plan(const std::vector<std::string>& baten, const std::string& controle) {
  std::string text = "[plan]\nnaam = \"Proef\"\neerste_jaar = 2025\nlaatste_jaar = 2026\n[plan.controle]\n" + controle +
                     "\n[[programmalijn]]\nid = \"a\"\nnaam = \"Lijn\"\n";
  for (std::size_t i = 0; i < baten.size(); ++i)
    text += fmt::format(
        "[[project]]\nnr = \"p{0}\"\nnaam = \"Project {0}\"\nprogrammalijn = \"a\"\nbudget = 9_000_000\npost = [ {{ "
        "naam = \"Post {0}\", baten = {{ {1} }} }} ]\n",
        i + 1, baten[i]);
  return text;
}

// What each controle that does not hold says about its difference.
Lines notes(const std::string& text) {
  Lines lines;
  for (const Diagnostic& finding : check_all(load_text(text))) {
    if (finding.rule != Rule::controle) continue;
    lines.push_back(finding.related.empty() ? "" : to_text(finding.related[0].message));
  }
  return lines;
}

Lines notes(const std::vector<std::string>& baten, const std::string& controle) { return notes(plan(baten, controle)); }

Sums sums(const std::vector<int>& euros, int total) {
  std::vector<Money> amounts;
  for (const int amount : euros) amounts.push_back(Money::of_euros(amount));
  return SumSearch(amounts).find({Money::of_euros(total), Money::of_euros(total)}, 1, 3);
}

std::string told(const Sums& all) {
  std::string text = all.too_many ? "too many" : "";
  for (const Sum& sum : all.found) {
    text += text.empty() ? "" : "; ";
    for (const Summand& summand : sum) text += fmt::format("{}{}", summand.sign < 0 ? '-' : '+', summand.item);
  }
  return text;
}

}  // namespace

TEST_CASE("a total that leaves projects out names them") {
  const std::vector<std::string> baten = {"2025 = 10_000", "2025 = 2_345", "2025 = 71_003", "2025 = 458"};
  CHECK(notes(baten, "baten = { 2025 = 81_461 }") == Lines{"that is 2.345 of project p2"});
  CHECK(notes(baten, "baten = { 2025 = 73_806 }") == Lines{"that is 10.000 of project p1"});
  CHECK(notes(baten, "baten = { 2025 = 81_003 }") == Lines{"that is 2.345 of project p2 + 458 of project p4"});
  CHECK(notes(baten, "baten = { 2025 = 71_003 }") ==
        Lines{"that is 10.000 of project p1 + 2.345 of project p2 + 458 of project p4"});
  CHECK(notes(baten, "baten = { 2025 = 81_460 }") == Lines{""});
}

TEST_CASE("a project that is counted twice is taken off") {
  const std::vector<std::string> baten = {"2025 = 10_000", "2025 = 2_345", "2025 = 71_003"};
  CHECK(notes(baten, "baten = { 2025 = 85_693 }") == Lines{"that is -2.345 of project p2"});
  CHECK(notes(baten, "baten = { 2025 = 75_693 }") == Lines{"that is 10.000 of project p1 - 2.345 of project p2"});
}

TEST_CASE("of several explanations that are equally good none is told") {
  const std::string printed = "baten = { 2025 = 10_000 }";
  CHECK(notes({"2025 = 10_000", "2025 = 5"}, printed) == Lines{"that is 5 of project p2"});
  CHECK(notes({"2025 = 9_995", "2025 = 5", "2025 = 5"}, printed) == Lines{""});
  CHECK(notes({"2025 = 9_985", "2025 = 5", "2025 = 5", "2025 = 5", "2025 = 5"}, printed) == Lines{""});
}

TEST_CASE("of two equal projects it is the one that other totals of the same bron leave out as well") {
  const std::vector<std::string> baten = {"2025 = 500, 2026 = 70", "2025 = 500, 2026 = 80", "2025 = 9_000"};
  CHECK(notes(baten, "baten = { 2025 = 9_500 }") == Lines{""});
  CHECK(notes(baten, "baten = { 2025 = 9_500, 2026 = 70 }") ==
        Lines{"that is 500 of project p2", "that is 80 of project p2"});
}

TEST_CASE("two projects that explain other totals go before one that fits by chance") {
  const std::vector<std::string> amounts = {"2025 = 300, 2026 = 41", "2025 = 200 }, lasten = { 2025 = 17", "2025 = 500",
                                            "2025 = 9_000, 2026 = 7"};
  const std::string first = "baten = { 2025 = 9_500, 2026 = 7 }";
  CHECK(notes(amounts, first) == Lines{"that is 500 of project p3", "that is 41 of project p1"});
  CHECK(notes(amounts, first + "\nlasten = { 2025 = 0 }") ==
        Lines{"that is 300 of project p1 + 200 of project p2", "that is 41 of project p1", "that is 17 of project p2"});
}

TEST_CASE("what may be the rounding of the parts is not explained") {
  // Four parts: 2 euro at most, and in thousands 2.000.
  const std::vector<std::string> baten = {"2025 = 10_000", "2025 = 2", "2025 = 3", "2025 = 500"};
  CHECK(notes(baten, "baten = { 2025 = 10_503 }") == Lines{""});
  CHECK(notes(baten, "baten = { 2025 = 10_502 }") == Lines{"that is 3 of project p3"});
  const std::vector<std::string> large = {"2025 = 90_000", "2025 = 2_000", "2025 = 5_000", "2025 = 300_000"};
  CHECK(notes(large, "eenheid = 1_000\nbaten = { 2025 = 395 }") == Lines{""});
  CHECK(notes(large, "eenheid = 1_000\nbaten = { 2025 = 392 }") == Lines{"that is 5.000 of project p3"});
}

TEST_CASE("a sum of three with both signs comes near anything, and explains nothing") {
  const std::vector<std::string> baten = {"2025 = 10_000", "2025 = 2_345", "2025 = 71_003", "2025 = 400_000"};
  CHECK(notes(baten, "baten = { 2025 = 420_000 }") == Lines{""});  // 71.003 - 10.000 + 2.345 would do
  const std::vector<std::string> below = {"2025 = 10_000", "2025 = -2_345", "2025 = 71_003", "2025 = 400_000"};
  CHECK(notes(below, "baten = { 2025 = 400_000 }") == Lines{""});  // 10.000 - 2.345 + 71.003
  CHECK(notes(below, "baten = { 2025 = 471_003 }") == Lines{"that is 10.000 of project p1 - 2.345 of project p2"});
}

TEST_CASE("a balance that is wrong, and no more than that in the years after it, is one finding") {
  const auto controles = [](const std::string& printed) {
    std::vector<std::string> all;
    const std::string text = "[plan]\nnaam = \"Proef\"\neerste_jaar = 2025\nlaatste_jaar = 2028\n[plan.controle]\n" +
                             printed +
                             "\n[[programmalijn]]\nid = \"a\"\nnaam = \"Lijn\"\n[[project]]\nnr = 1\nnaam = "
                             "\"Een\"\nprogrammalijn = \"a\"\nbudget = 100\n";
    for (const Diagnostic& finding : check_all(load_text(text)))
      if (finding.rule == Rule::controle)
        all.push_back(to_text(finding.message) +
                      (finding.related.empty() ? "" : " | " + to_text(finding.related.back().message)));
    return all;
  };
  CHECK(
      controles("eindsaldo = { 2025 = 100, 2026 = 101, 2027 = 101, 2028 = 101 }") ==
      Lines{"eindsaldo 2026 of the plan is 100, but the controle says 101: a difference of -1 | the same -1 runs on to "
            "the end of 2028"});
  CHECK(controles("opening = { 2027 = 101 }\neindsaldo = { 2026 = 101, 2027 = 101 }").size() == 1);
  CHECK(
      controles("eindsaldo = { 2025 = 105, 2026 = 105 }") ==
      Lines{"eindsaldo 2025 of the plan is 100, but the controle says 105: a difference of -5 | the same -5 runs on to "
            "the end of 2026"});
  CHECK(controles("bron = \"blz. 2\"\neindsaldo = { 2025 = 90, 2026 = 90, 2027 = 88, 2028 = 88 }") ==
        Lines{"eindsaldo 2025 of the plan is 100, but blz. 2 says 90: a difference of 10 | the same 10 runs on to the "
              "end of 2026",
              "eindsaldo 2027 of the plan is 100, but blz. 2 says 88: a difference of 12 | the same 12 runs on to the "
              "end of 2028"});
  // Another euro, one that stops, and what is no balance are findings of their own.
  CHECK(controles("eindsaldo = { 2025 = 101, 2026 = 99, 2027 = 99 }").size() == 2);
  CHECK(controles("eindsaldo = { 2025 = 101, 2026 = 100, 2027 = 101 }").size() == 2);
  CHECK(controles("baten = { 2025 = 5, 2026 = 5 }").size() == 2);
}

TEST_CASE("a wrong balance of a part that runs on is told once, with the totals that follow from it") {
  const auto findings = [](const std::string& of_plan, const std::string& of_line) {
    const auto controle = [](const std::string& printed) {
      return "controle = { bron = \"t\", eindsaldo = { " + printed + " } }\n";
    };
    return check_plan(
        work_out_text(head(controle(of_plan)) + line("a") + controle(of_line) + project("1", "budget = 100")));
  };
  const std::string both = "2025 = 105, 2026 = 105, 2027 = 105";
  REQUIRE(findings(both, both).size() == 1);
  CHECK(findings(both, both)[0].subject.project == "a");
  CHECK(findings(both, both)[0].related.size() == 4);  // that it runs on, and the plan in each year
  // What the plan has otherwise in a later year is told of itself.
  CHECK(findings("2025 = 105, 2026 = 107", both).size() == 2);
  CHECK(findings("2027 = 105", both).size() == 1);
}

TEST_CASE("a total is off because of its own parts, and of nobody else's") {
  const auto printed = [](const std::string& baten) {
    return baten.empty() ? "" : "controle = { bron = \"t\", baten = { 2025 = " + baten + " } }\n";
  };
  // Whose totals are told: one that follows from others is told with those. Lines a and b have a project each of 60 and 40; project 3 of 10 is in none.
  const auto told = [&](const std::string& of_plan, const std::string& a, const std::string& b, const std::string& one,
                        const std::string& two, const std::string& three) {
    std::string all;
    for (const Diagnostic& finding : check_plan(work_out_text(
             head(printed(of_plan)) + line("a") + printed(a) + line("b") + printed(b) + project("1", printed(one)) +
             baten("2025 = 60") + project("2", printed(two), "b") + baten("2025 = 40") +
             "[[project]]\nnr = \"3\"\nnaam = \"Drie\"\n" + printed(three) + baten("2025 = 10"))))
      if (finding.rule == Rule::controle)
        all += (finding.subject.project.empty() ? "plan" : finding.subject.project) + " ";
    return all;
  };
  CHECK(told("105", "55", "", "55", "", "") == "1 ");
  CHECK(told("105", "", "", "55", "", "") == "1 ");         // a line without a total is as its parts are
  CHECK(told("105", "60", "", "55", "", "") == "plan 1 ");  // and one whose total holds is not
  CHECK(told("105", "", "", "", "", "5") == "3 ");          // in no line
  CHECK(told("", "55", "", "", "35", "") == "a 2 ");        // of another line
  CHECK(told("", "55", "", "", "", "5") == "a 3 ");
  CHECK(told("105", "55", "42", "", "", "") == "plan a b ");
  CHECK(told("107", "55", "42", "", "", "") == "a b ");
}

TEST_CASE("in thousands the rounded figures have to come out") {
  const std::vector<std::string> baten = {"2025 = 10_400", "2025 = 2_345_300", "2025 = 71_003"};
  CHECK(notes(baten, "eenheid = 1_000\nbaten = { 2025 = 2_416 }") == Lines{"rounded that is 10.400 of project p1"});
  const std::vector<std::string> more = {"2025 = 11_400", "2025 = 2_345_300", "2025 = 71_003", "2025 = 20_200"};
  CHECK(notes(more, "eenheid = 1_000\nbaten = { 2025 = 2_416 }") ==
        Lines{"rounded that is 20.200 of project p4 + 11.400 of project p1"});
  CHECK(notes(more, "eenheid = 1_000\nbaten = { 2025 = 2_439 }") ==
        Lines{"rounded that is 20.200 of project p4 - 11.400 of project p1"});
  const std::vector<std::string> most = {more[0], more[1], more[2], more[3], "2025 = 40_900"};
  CHECK(notes(most, "eenheid = 1_000\nbaten = { 2025 = 2_416 }") ==
        Lines{"rounded that is 40.900 of project p5 + 20.200 of project p4 + 11.400 of project p1"});
  CHECK(notes(baten, "eenheid = 1_000\nbaten = { 2025 = 2_427 }") == Lines{});
  CHECK(notes(baten, "eenheid = 1_000\nbaten = { 2025 = 2_418 }") == Lines{""});
}

TEST_CASE("one post left out of a total is named with its project") {
  const std::string text = plan({"2025 = 10_000"}, "baten = { 2025 = 10_300 }") +
                           "[[project]]\nnr = \"q\"\nnaam = \"Q\"\nprogrammalijn = \"a\"\npost = [ { naam = \"x\", "
                           "baten = { 2025 = 300 } }, "
                           "{ nr = \"2b\", naam = \"y\", baten = { 2025 = 40 } } ]\n";
  CHECK(notes(text) == Lines{"that is 40 of post 2b (project q)"});
}

TEST_CASE("the 30 of the European subsidies: 522.252 comes in at post 9 and 522.282 goes out at post 10") {
  const auto with = [](const std::string& controle) {
    return "[plan]\nnaam = \"Proef\"\neerste_jaar = 2025\nlaatste_jaar = 2027\n[[programmalijn]]\nid = \"a\"\nnaam = "
           "\"Lijn\"\n[[project]]\nnr = "
           "\"3.20\"\nnaam = \"Europese subsidies\"\nprogrammalijn = \"a\"\nbudget = 49_582\npost = [ { nr = 2, naam = "
           "\"Vaststelling\", baten = { 2027 "
           "= 600_230 } }, { nr = 3, naam = \"Afrekening\", lasten = { 2027 = 550_230 } }, { nr = 9, naam = "
           "\"Sectoren\", baten = { 2027 = 522_252 } "
           "}, { nr = 10, naam = \"Toerekening\", lasten = { 2027 = 522_282 } }, { nr = 12, naam = \"Bureau\", lasten "
           "= { 2027 = 50_000 } } "
           "]\n[project.controle]\nbron = \"§3.20\"\n" +
           controle;
  };
  const std::string note = "that is 522.252 of post 9 (baten 2027) - 522.282 of post 10 (lasten 2027)";
  CHECK(notes(with("saldo = { 2027 = 0 }")) == Lines{note});
  CHECK(notes(with("eindsaldo = { 2027 = 49_582 }")) == Lines{note});
  CHECK(notes(with("saldo = { 2027 = -30 }\neindsaldo = { 2027 = 49_552 }")) == Lines{});
}

TEST_CASE("a line looks at the projects of the lines under it") {
  const std::string text =
      "[plan]\nnaam = \"Proef\"\neerste_jaar = 2025\nlaatste_jaar = 2025\n[[programmalijn]]\nid = \"onder\"\nnaam = "
      "\"Onder\"\nonder = \"boven\"\n"
      "[[programmalijn]]\nid = \"boven\"\nnaam = \"Boven\"\ncontrole = { opening = 100 }\n[[programmalijn]]\nid = "
      "\"naast\"\nnaam = \"Naast\"\n"
      "[[project]]\nnr = 1\nnaam = \"Een\"\nprogrammalijn = \"boven\"\nbudget = 100\n"
      "[[project]]\nnr = 2\nnaam = \"Twee\"\nprogrammalijn = \"onder\"\nbudget = 7\n"
      "[[project]]\nnr = 3\nnaam = \"Drie\"\nprogrammalijn = \"naast\"\nbudget = 7\n";
  CHECK(notes(text) == Lines{"that is 7 of project 2"});
}

TEST_CASE("an opening that contradicts its own document is one finding, and no controle") {
  const auto with = [](const std::string& controle) {
    return all_found("[plan]\nnaam = \"Proef\"\neerste_jaar = 2025\nlaatste_jaar = 2026\n[plan.controle]\n" + controle +
                     "\n[[programmalijn]]\nid = \"a\"\nnaam = \"Lijn\"\n[[project]]\nnr = 1\nnaam = "
                     "\"Een\"\nprogrammalijn = \"a\"\nbudget = 5\n")
        .size();
  };
  CHECK(with("opening = { 2026 = 7 }\neindsaldo = { 2025 = 5 }") == 1);
  CHECK(with("tolerantie = 2\nopening = { 2026 = 7 }\neindsaldo = { 2025 = 5 }") == 0);
  CHECK(with("tolerantie = 1\nopening = { 2026 = 6 }\neindsaldo = { 2025 = 4 }") == 1);
  CHECK(with("opening = { 2025 = 5, 2026 = 5 }\neindsaldo = { 2025 = 5 }") == 0);
}

TEST_CASE("sums are the fewest amounts, each once, and are not looked for among too many") {
  CHECK(told(sums({5, 0, 7, -2}, 5)) == "+0");
  CHECK(told(sums({5, 0, 7, -2}, 12)) == "+0+2");
  CHECK(told(sums({5, 0, 7, -2}, 10)) == "+0+2+3");
  CHECK(told(sums({5, 0, 7, -2}, 2)) == "-0+2");
  CHECK(told(sums({5, 0, 7, -2}, 0)) == "");  // of three nothing is taken off
  CHECK(told(sums({5, 0, 7, -2}, 3)) == "+0+3");
  CHECK(told(sums({3, 3, 3, 3}, 3)) == "too many");
  CHECK(told(sums({3, 3, 3}, 6)) == "+0+1; +0+2; +1+2");
  CHECK(told(sums({}, 3)) == "");
  std::vector<int> many(SumSearch::most_for_triples, 1'000'000);
  many[0] = 1, many[1] = 20, many[2] = 300;
  CHECK(told(sums(many, 321)) == "+0+1+2");
  many.push_back(1'000'000);
  CHECK(told(sums(many, 321)) == "");
  CHECK(told(sums(many, 21)) == "+0+1");
  many.resize(SumSearch::most_for_pairs, 1'000'000);
  CHECK(told(sums(many, 21)) == "+0+1");
  many.push_back(1'000'000);
  CHECK(told(sums(many, 21)) == "");
  CHECK(told(sums(many, 20)) == "+1");
}
