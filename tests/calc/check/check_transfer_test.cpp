// Overdrachten and balances at their edges: what is no finding, and what one finding tells about several amounts.
#include <fmt/format.h>

#include "support/catch.h"
#include "support/marked_plan.h"

using namespace saldo;

namespace {

using Lines = std::vector<std::string>;

// Two projects that declare each other; the first has money to pay with.
std::string plan(const std::string& sent, const std::string& received, const std::string& keys_1 = "",
                 const std::string& keys_2 = "") {
  return "[plan]\nnaam = \"Proef\"\neerste_jaar = 2025\nlaatste_jaar = 2027\n[[programmalijn]]\nid = \"a\"\nnaam = "
         "\"Lijn\"\n"
         "[[project]]\nnr = 1\nnaam = \"Een\"\nprogrammalijn = \"a\"\nbudget = 9_000\ndubbeling_met = [2]\n" +
         keys_1 + sent + "[[project]]\nnr = 2\nnaam = \"Twee\"\nprogrammalijn = \"a\"\ndubbeling_met = [1]\n" + keys_2 +
         received;
}

std::string sends(const std::string& lasten, const std::string& nr = "1") {
  return "[[project.post]]\nnr = " + nr + "\nnaam = \"Betaalt " + nr + "\"\nnaar = 2\nlasten = { " + lasten + " }\n";
}

std::string receives(const std::string& baten, const std::string& keys = "", const std::string& nr = "1") {
  return "[[project.post]]\nnr = " + nr + "\nnaam = \"Krijgt " + nr + "\"\nvan = 1\nbaten = { " + baten + " }\n" + keys;
}

// What is said of rules that begin with `family`, without notes and help.
Lines messages(const std::string& text, const std::string& family = "overdracht") {
  Lines lines;
  const LoadedPlan loaded = load_text(text);
  REQUIRE(tell(loaded, hindrances(loaded)) == Lines{});
  for (const Diagnostic& finding : check_all(loaded))
    if (info(finding.rule).id.starts_with(family))
      lines.push_back(fmt::format("{} [{}]", to_text(finding.message), info(finding.rule).id));
  return lines;
}

Lines notes(const std::string& text) {
  Lines lines;
  for (const Diagnostic& finding : check_all(load_text(text)))
    for (const Related& related : finding.related) lines.push_back(to_text(related.message));
  return lines;
}

}  // namespace

TEST_CASE("a leg without an amount, or with PM on either side, is no error") {
  CHECK(messages(plan(sends("2025 = \"PM\""), receives("2026 = 0"))) ==
        Lines{"PM leaves 1 for 2 in 2025, but 2 awaits nothing then [overdracht-pm]"});
  CHECK(messages(plan(sends("2025 = \"PM\""), receives("2025 = 5"))) == Lines{});
  CHECK(messages(plan(sends("2025 = 5"), receives("2025 = \"PM\""))) == Lines{});
  CHECK(messages(plan(sends("2025 = 0"), "")) == Lines{});
  CHECK(messages(plan(sends("2025 = 0.01"), "")) ==
        Lines{"0,01 leaves 1 for 2 in 2025 but arrives nowhere [overdracht-geen-ontvangst]"});
}

TEST_CASE("what was sent before the plan, or arrives after it, is no error") {
  CHECK(messages(plan("", receives("2025 = 5", "vertraging = 1\n"))) == Lines{});
  CHECK(messages(plan(sends("2025 = 1, 2027 = 5"), receives("2026 = 1", "vertraging = 1\n"))) == Lines{});
  CHECK(messages(plan(sends("2025 = 1, 2027 = 5"), receives("2025 = 1"))) ==
        Lines{"5 leaves 1 for 2 in 2027 but arrives nowhere [overdracht-geen-ontvangst]"});
}

TEST_CASE("an overdracht of several posts is one finding that names the others") {
  const std::string sent = sends("2025 = 135_000") + sends("2025 = 41_871", "2");
  CHECK(messages(plan(sent, receives("2025 = 176_871"))) == Lines{});
  const std::string wrong = plan(sent, receives("2025 = 176_000") + receives("2025 = 870", "", "2"));
  CHECK(messages(wrong) ==
        Lines{"176.871 leaves 1 for 2 in 2025, but 176.870 arrives: a difference of 1 [overdracht-verschil]"});
  CHECK(notes(wrong) == Lines{"sent by post 2 as well", "received by post 1 of 2", "received by post 2 of 2"});
}

TEST_CASE("the years of one pair of projects are findings of their own") {
  CHECK(messages(plan(sends("2025 = 5, 2026 = 6"), receives("2027 = 1"))) ==
        Lines{"5 leaves 1 for 2 in 2025 but arrives nowhere [overdracht-geen-ontvangst]",
              "6 leaves 1 for 2 in 2026 but arrives nowhere [overdracht-geen-ontvangst]",
              "1 arrives at 2 from 1 in 2027, but 1 does not send it [overdracht-geen-verzending]"});
}

TEST_CASE("two years later takes `vertraging = 2`, and of half of it later is told what never arrives") {
  CHECK(all_found(plan(sends("2025 = 50"), receives("2027 = 50"))) ==
        Lines{"18:19 error: 50 leaves 1 for 2 in 2025 but arrives in 2027 [overdracht-jaar] | 28:18 received by post 1 "
              "of 2 | help: write "
              "`vertraging = 2` on the receiving post if the years in between are meant"});
  CHECK(messages(plan(sends("2025 = 50"), receives("2027 = 50", "vertraging = 2\n"))) == Lines{});
  CHECK(all_found(plan(sends("2025 = 50"), receives("2027 = 20"))) ==
        Lines{"18:19 error: 50 leaves 1 for 2 in 2025: 20 of it arrives only in 2027, and 30 never does "
              "[overdracht-verschil] | 28:18 received by post 1 of 2 | help: write `vertraging = 2` on the receiving "
              "post if that year is meant, and correct one of the amounts"});
  // More than was sent, or sent in two years: nobody knows what it is of.
  CHECK(messages(plan(sends("2025 = 50"), receives("2027 = 70"))).size() == 2);
  CHECK(messages(plan(sends("2025 = 50, 2026 = 60"), receives("2027 = 20"))).size() == 3);
}

TEST_CASE("what arrives as late as it should, and less, names the post that receives it and what to write there") {
  CHECK(
      all_found(plan(sends("2025 = 100"), receives("2026 = 90", "vertraging = 1\n"))) ==
      Lines{"18:19 error: 100 leaves 1 for 2 in 2025, but 90 arrives: a difference of 10 [overdracht-verschil] | 28:18 "
            "received by post 1 of 2 | help: write `2026 = \"spiegel\"` among the baten of post 1 of 2, or correct one "
            "of the amounts"});
}

TEST_CASE("no help makes somebody book money twice") {
  const auto helps = [](const std::string& text) {
    Lines lines;
    for (const Diagnostic& finding : check_all(load_text(text)))
      if (info(finding.rule).id.starts_with("overdracht")) lines.push_back(to_text(finding.help));
    return lines;
  };
  // 100 + 100 sent, 0 + 160 received: a spiegel in 2025 would take in 260.
  const std::string late = plan(sends("2025 = 100, 2026 = 100"), receives("2026 = 160"));
  CHECK(helps(late) == Lines{"first see whether it is part of what arrives in 2026, which is 60 more than leaves: then "
                             "correct the year of one of the two, as a new amount would count it twice",
                             "first see whether it is part of what leaves in 2025, of which 100 does not arrive: then "
                             "correct the year of one of the two, as a new amount would count it twice"});
  // The amount is there and only does not say where it comes from, or goes to.
  const std::string undeclared = "[[project.post]]\nnr = 7\nnaam = \"Krijgt\"\nbaten = { 2025 = 100 }\n";
  CHECK(helps(plan(sends("2025 = 100"), undeclared)) ==
        Lines{"write van = \"1\" on post 7 of 2 if that is what it receives: it has this amount"});
  const std::string unsent = "[[project.post]]\nnr = 7\nnaam = \"Betaalt\"\nlasten = { 2025 = 100 }\n";
  CHECK(helps(plan(unsent, receives("2025 = 100"))) ==
        Lines{"write naar = \"2\" on post 7 of 1 if that is what it sends: it has this amount"});
  CHECK(helps(plan(sends("2025 = 100"), "")) ==
        Lines{"write a post in 2 with `baten = { 2025 = \"spiegel\" }` and `van = \"1\"`"});
  // A spiegel beside a second post would take in the whole once more.
  CHECK(helps(plan(sends("2025 = 100"), receives("2025 = 40") + receives("2025 = 50", "", "2"))) ==
        Lines{"correct one of the amounts"});
}

TEST_CASE("a project may receive in its last year, and send in it to one that receives later") {
  const std::string ends = "einde = 2026\nrestant = \"meenemen\"\n";
  CHECK(messages(plan(sends("2026 = 5"), receives("2026 = 5"), ends, ends)) == Lines{});
  CHECK(messages(plan(sends("2026 = 5"), receives("2027 = 5", "vertraging = 1\n"), ends)) == Lines{});
  CHECK(messages(plan(sends("2026 = 5"), receives("2027 = 5", "vertraging = 1\n"), "", ends)) ==
        Lines{"5 leaves 1 for 2 in 2026, but 2 ended in 2026 [overdracht-einde]"});
  CHECK(messages(plan(sends("2027 = 5"), "", "", ends)) ==
        Lines{"5 leaves 1 for 2 in 2027, but 2 ended in 2026 [overdracht-einde]"});
  CHECK(messages(plan(sends("2027 = 5"), receives("2027 = 5"), ends)) ==
        Lines{"5 leaves 1 for 2 in 2027, but 1 ended in 2026 [overdracht-einde]"});
  CHECK(messages(plan("", receives("2027 = 5"), "", ends)) ==
        Lines{"5 arrives at 2 from 1 in 2027, but 2 ended in 2026 [overdracht-einde]"});
  CHECK(notes(plan("", receives("2027 = 5"), "", ends))[0] == "1 does not send it either");
  CHECK(messages(plan(sends("2027 = 5"), receives("2027 = 5"), ends), "saldo") == Lines{});
}

TEST_CASE("what several projects send to one that books none of it is added up") {
  const std::string third =
      "[[project]]\nnr = 3\nnaam = \"Drie\"\nprogrammalijn = \"a\"\nbudget = 70\n" + sends("2025 = 70");
  CHECK(notes(plan(sends("2025 = 5"), "") + third)[0] ==
        "2 projects together send 75 to 2 in 2025 that arrives nowhere");
}

TEST_CASE("a dubbeling with only PM behind it has money behind it") {
  CHECK(messages(plan(sends("2025 = \"PM\""), ""), "dubbeling") == Lines{});
  CHECK(messages(plan("", ""), "dubbeling") ==
        Lines{"1 declares a dubbeling with 2, but no money moves between them [dubbeling-geen-geld]"});
}

TEST_CASE("a balance may be at its floor, and half a euro less rounds to a euro") {
  const auto rood = [](const std::string& lasten, const std::string& keys = "") {
    return messages(
        "[plan]\nnaam = \"Proef\"\neerste_jaar = 2025\nlaatste_jaar = 2027\ninvesteringsbudget = "
        "1\n[[programmalijn]]\nid = \"a\"\nnaam = "
        "\"Lijn\"\nondergrens = -1_000\n[[project]]\nnr = 1\nnaam = \"Een\"\nprogrammalijn = \"a\"\n" +
            keys + "[[project.post]]\nnaam = \"Huur\"\nlasten = { " + lasten + " }\n",
        "saldo");
  };
  CHECK(rood("2025 = 0.49") == Lines{});
  CHECK(rood("2025 = 0.50") ==
        Lines{"investeringsbudget 1 stands at -0,50 on 31 december 2025, below 0 [saldo-ondergrens]"});
  CHECK(rood("2025 = 100", "ondergrens = -100\n") == Lines{});
  CHECK(rood("2026 = 101", "ondergrens = -100\n") ==
        Lines{"investeringsbudget 1 stands at -101 on 31 december 2026, below -100 [saldo-ondergrens]"});
  CHECK(rood("2025 = 5", "budget = 9\nondergrens = 5\n") ==
        Lines{"investeringsbudget 1 stands at 4 on 31 december 2025, below 5 [saldo-ondergrens]"});
  CHECK(rood("2027 = 1_001", "ondergrens = -2_000\n") ==
        Lines{"programmalijn a stands at -1.001 on 31 december 2027, below -1.000 [saldo-ondergrens]"});
}

TEST_CASE("a project that ends with cents, with a decision or after the plan leaves nothing open") {
  const auto ends = [](const std::string& keys) {
    return messages(
        "[plan]\nnaam = \"Proef\"\neerste_jaar = 2025\nlaatste_jaar = 2027\n[[programmalijn]]\nid = \"a\"\nnaam = "
        "\"Lijn\"\n"
        "[[project]]\nnr = 1\nnaam = \"Een\"\nprogrammalijn = \"a\"\n" +
            keys,
        "saldo-na");
  };
  CHECK(ends("budget = 0.49\neinde = 2026\n") == Lines{});
  CHECK(ends("budget = 0.50\neinde = 2026\n") ==
        Lines{"1 ends in 2026 with a balance of 0,50, and nothing says what happens with it [saldo-na-einde]"});
  CHECK(ends("budget = 5\neinde = 2027\n").size() == 1);
  CHECK(ends("budget = 5\neinde = 2028\n") == Lines{});
  CHECK(ends("budget = 5\neinde = 2026\nrestant = \"terugbetalen\"\n") == Lines{});
}

TEST_CASE("evenwicht is tested only when the plan asks for it, and per year") {
  const auto of = [](const std::string& keys) {
    return messages("[plan]\nnaam = \"Proef\"\neerste_jaar = 2025\nlaatste_jaar = 2026\n" + keys +
                        "[[programmalijn]]\nid = \"a\"\nnaam = \"Lijn\"\n[[project]]\nnr = 1\nnaam = "
                        "\"Een\"\nprogrammalijn = \"a\"\nbudget = 900\n"
                        "post = [ { naam = \"Rijk\", baten = { 2025 = 90 }, structureel = true }, { naam = \"Loon\", "
                        "lasten = { 2025 = 60.50, 2026 = "
                        "0.49 }, structureel = true }, { naam = \"Feest\", lasten = { 2025 = 30 } } ]\n",
                    "evenwicht");
  };
  CHECK(of("") == Lines{});
  CHECK(of("evenwicht = \"structureel\"\n") == Lines{});
  CHECK(of("evenwicht = \"sluitend\"\n") ==
        Lines{"the lasten of 2025 are 90,50, but the baten 90: 0,50 short [evenwicht-sluitend]"});
}
