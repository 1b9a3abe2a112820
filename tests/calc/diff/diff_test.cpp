// saldo diff: what is recognised as the same, what is said of a verschil, and whose effect it is.
#include <fmt/format.h>

#include <algorithm>

#include "base/say.h"
#include "calc/diff/likeness.h"
#include "calc/diff/pairing.h"
#include "calc/diff/plan_diff.h"
#include "report/diff/words.h"
#include "support/catch.h"
#include "support/small_plan.h"

using namespace saldo;

namespace {

Lines pairs(const std::vector<Pairable>& oud, const std::vector<Pairable>& nieuw, const PairingOptions& options = {}) {
  constexpr std::string_view by[] = {"", " op naam", " op nr", " lijkt op"};
  Lines lines;
  for (const Pairing& pair : pair_up(oud, nieuw, options)) {
    const auto tell = [](const std::vector<Pairable>& names, const std::optional<std::uint32_t>& at) {
      return at ? fmt::format("{} {}", names[*at].nr, names[*at].naam) : std::string("-");
    };
    lines.push_back(tell(oud, pair.oud) + " = " + tell(nieuw, pair.nieuw) +
                    (pair.oud && pair.nieuw ? std::string(by[static_cast<std::size_t>(pair.by)]) : ""));
  }
  return lines;
}

// Every change: "soort nr: wijziging | saldo per jaar | eindsaldo, RIB". Years are 2025 to 2028.
Lines verschillen(const std::string& oud, const std::string& nieuw) {
  const SmallPlan a = work_out_text(oud), b = work_out_text(nieuw);
  const PlanDiff diff = diff_plans(a, b);
  Lines lines;
  for (const auto& [key, verschil] : diff.verschillen) {
    std::vector<Money> saldi;
    const std::size_t years = diff.two.common->size();
    for (std::size_t y = 0; y < years; ++y) saldi.push_back(effect_on(verschil.effect, Figure::saldo, y));
    lines.push_back(fmt::format("{} {}: {} | {} | {}, {}", verschil_soort(diff, key, verschil), verschil_nr(diff, key),
                                verschil_words(diff, key, verschil), tell(saldi),
                                word(effect_on(verschil.effect, Figure::eindsaldo, years - 1)),
                                word(effect_on_rib(verschil.effect, years - 1))));
  }
  return lines;
}

const std::string begin = head() + line("a");

}  // namespace

TEST_CASE("diff: what keeps its nr and naam is the same, in any order") {
  CHECK(pairs({{"1", "A"}, {"2", "B"}, {"3", "C"}}, {{"3", "C"}, {"1", "A"}, {"2", "B"}}) ==
        Lines{"3 C = 3 C", "1 A = 1 A", "2 B = 2 B"});
  CHECK(pairs({}, {}) == Lines{});
  CHECK(pairs({}, {{"1", "A"}}) == Lines{"- = 1 A"});
}

TEST_CASE("diff: what was removed follows what it followed") {
  CHECK(pairs({{"1", "Noord"}, {"2", "Zuid"}, {"3", "West"}, {"4", "Oost"}}, {{"2", "Zuid"}, {"4", "Oost"}}) ==
        Lines{"1 Noord = -", "2 Zuid = 2 Zuid", "3 West = -", "4 Oost = 4 Oost"});
}

TEST_CASE("diff: a naam that stands there once goes before a nr, as numbers shift") {
  CHECK(pairs({{"1", "Noord"}, {"2", "Zuid"}}, {{"1", "Nieuw"}, {"2", "Noord"}, {"3", "Zuid"}}) ==
        Lines{"- = 1 Nieuw", "1 Noord = 2 Noord op naam", "2 Zuid = 3 Zuid op naam"});
  CHECK(pairs({{"1", "Post"}, {"2", "Post"}}, {{"2", "Post"}, {"3", "Post"}}) ==
        Lines{"2 Post = 2 Post", "1 Post = 3 Post op naam"});
}

TEST_CASE("diff: the same nr with a corrected naam, and a naam that is alike under another nr") {
  CHECK(pairs({{"1", "Comunicatie"}}, {{"1", "Communicatie"}}) == Lines{"1 Comunicatie = 1 Communicatie op nr"});
  CHECK(pairs({{"1", "Regionaal mobiliteitsteam"}}, {{"7", "Regionaal Mobiliteitsteam Achterhoek"}}) ==
        Lines{"1 Regionaal mobiliteitsteam = 7 Regionaal Mobiliteitsteam Achterhoek lijkt op"});
  CHECK(pairs({{"1", "Communicatie"}}, {{"2", "Huisvesting"}}) == Lines{"1 Communicatie = -", "- = 2 Huisvesting"});
}

TEST_CASE("diff: of two that are alike, the one in the same programmalijn") {
  const std::vector<Pairable> oud = {{"1", "Opijver fase 1", 0}};
  CHECK(pairs(oud, {{"2", "Opijver fase 2", 1}, {"3", "Opijver fase een", 0}}) ==
        Lines{"- = 2 Opijver fase 2", "1 Opijver fase 1 = 3 Opijver fase een lijkt op"});
  CHECK(pairs(oud, {{"2", "Opijver fase 2", 1}, {"3", "Opijver", 1}}) ==
        Lines{"1 Opijver fase 1 = 2 Opijver fase 2 lijkt op", "- = 3 Opijver"});
}

TEST_CASE("diff: a nr that is but a position yields to likeness, unless content or naam say the same") {
  const std::vector<Pairable> oud = {{"1", "Reiskosten"}, {"2", "Communicatie en voorlichting"}};
  const std::vector<Pairable> nieuw = {{"1", "Reiskosten"}, {"2", "Huur"}, {"3", "Communicatie, voorlichting"}};
  PairingOptions positions{.nr_is_position = true};
  CHECK(pairs(oud, nieuw, positions) ==
        Lines{"1 Reiskosten = 1 Reiskosten", "- = 2 Huur",
              "2 Communicatie en voorlichting = 3 Communicatie, voorlichting lijkt op"});
  CHECK(pairs(oud, nieuw)[1] == "2 Communicatie en voorlichting = 2 Huur op nr");
  positions.same_content = [](std::uint32_t o, std::uint32_t n) { return o == n; };
  CHECK(pairs(oud, nieuw, positions)[1] == "2 Communicatie en voorlichting = 2 Huur op nr");
}

TEST_CASE("diff: likeness is of letters, not of case, accents and spaces") {
  CHECK(likeness("Coördinatie", "coordinatie") == 100);
  CHECK(likeness("Communicatie", "Communicatie en participatie") >= 30);
  CHECK(likeness("abc", "xyz") == 0);
}

TEST_CASE("diff: ten thousand names that are all other ones are held against few") {
  std::vector<std::string> words;
  for (int i = 0; i < 20'000; ++i) words.push_back(fmt::format("{:05}", i * 7919 % 100'000));
  std::vector<Pairable> oud, nieuw;
  for (std::size_t i = 0; i < 10'000; ++i) {
    oud.push_back({words[i], words[i]});
    nieuw.push_back({words[10'000 + i], words[10'000 + i]});
  }
  CHECK(pair_up(oud, nieuw, {}).size() >= 10'000);
}

TEST_CASE("diff: a written amount, and what follows from it") {
  const auto plan = [](const std::string& amount) {
    return "[index]\nloon = 10\n" + begin + project("1", "budget = 1000") +
           post("lasten = { 2025 = " + amount + " }\nindex = \"loon\"", "Loon") +
           post("lasten = { percentage = 50, over = [1] }", "Onvoorzien");
  };
  CHECK(verschillen(plan("100"), plan("200")) ==
        Lines{"bedrag 1/1: lasten 2025 100 → 200 | -150 -165 -181,50 -199,65 | -696,15, 0"});
  CHECK(verschillen(plan("100"), plan("\"PM\"")) ==
        Lines{"bedrag 1/1: lasten 2025 100 → PM | 150 165 181,50 199,65 | 696,15, 0"});
}

TEST_CASE("diff: an index takes the effect of all posts that follow it, a blend that of the index it is of") {
  const auto plan = [](const std::string& loon) {
    return "[index]\nloon = " + loon + "\nmengsel = { loon = \"1/2\", prijs = \"1/2\" }\nprijs = 2\n" + begin +
           project("1") + post("lasten = { 2027 = 100 }\nindex = \"loon\"", "Loon") +
           post("lasten = { 2027 = 1000 }\nindex = \"mengsel\"", "Half");
  };
  CHECK(verschillen(plan("10"), plan("12")) == Lines{"regel : index loon 10,0% → 12,0% | 0 0 0 -12 | -12, 0"});
  CHECK(verschillen(plan("10"), plan("{ 2025 = 10, 2026 = 10, 2027 = 10, 2028 = 5.5 }")) ==
        Lines{"regel : index loon 2028 10,0% → 5,5% | 0 0 0 27 | 27, 0"});
}

TEST_CASE("diff: where an amount and its index both change, each takes its own part") {
  const auto plan = [](const std::string& loon, const std::string& amount) {
    return "[index]\nloon = " + loon + "\n" + begin + project("1") +
           post("lasten = { 2027 = " + amount + " }\nindex = \"loon\"", "Loon");
  };
  CHECK(verschillen(plan("10", "100"), plan("20", "200")) ==
        Lines{"regel : index loon 10,0% → 20,0% | 0 0 0 -20 | -20, 0",
              "bedrag 1/1: lasten 2027 100 → 200 | 0 0 -100 -110 | -210, 0"});
}

TEST_CASE("diff: a sluitpost and a spiegel give their difference to what made it") {
  const auto plan = [](const std::string& budget, const std::string& cost) {
    return head("investeringsbudget = \"2\"") + line("a") + project("1", "budget = " + budget) +
           post("lasten = { 2025 = " + cost + " }", "Kosten") +
           post("lasten = { 2026 = \"sluitpost\" }\nnaar = \"2\"", "Restant") + project("2") +
           post("baten = { 2026 = \"spiegel\" }\nvan = \"1\"", "Ontvangen");
  };
  CHECK(verschillen(plan("1000", "100"), plan("1500", "300")) ==
        Lines{"bedrag 1: budget per 1 januari 2025 1.000 → 1.500 | 0 0 0 0 | 500, 500",
              "bedrag 1/1: lasten 2025 100 → 300 | -200 0 0 0 | -200, -200"});
}

TEST_CASE("diff: another rule is told as the rule, also where it comes to the same") {
  const auto plan = [](const std::string& side) {
    return "[index]\nloon = 10\nprijs = 5\n" + begin + project("1", "budget = 100") + post(side, "Loon");
  };
  CHECK(verschillen(plan("lasten = { 2025 = 100 }"), plan("lasten = { 2025 = \"sluitpost\" }")) ==
        Lines{"regel 1/1: lasten 2025 100 → sluitpost (100) | 0 0 0 0 | 0, 0"});
  CHECK(verschillen(plan("lasten = { 2026 = 100 }\nindex = \"loon\""),
                    plan("lasten = { 2026 = 100 }\nindex = \"prijs\"")) ==
        Lines{"regel 1/1: lasten 2027-2028 index loon → index prijs | 0 0 5 10,75 | 15,75, 0"});
  CHECK(verschillen(plan("lasten = { 2027 = 105 }\nindex = \"loon\""),
                    plan("lasten = { 2027 = 105 }\nindex = \"loon\"\nafronding = 10")) ==
        Lines{"regel 1/1: lasten 2028 index loon, afronding op 0,01 → index loon, afronding op 10 | 0 0 0 -4,50 | "
              "-4,50, 0"});
  CHECK(verschillen(plan("lasten = { totaal = 100, 2025 = \"80%\", 2026 = \"20%\" }"),
                    plan("lasten = { totaal = 100, 2025 = \"50%\", 2026 = \"50%\" }")) ==
        Lines{"regel 1/1: lasten 2025 80% van 100 → 50% van 100, 2026 20% van 100 → 50% van 100 | 30 -30 0 0 | 0, 0"});
  CHECK(verschillen(
            plan("lasten = { 2028 = 100 }"),
            plan("lasten = { 2028 = \"onderbouwing\" }\nonderbouwing = [ { naam = \"Uren\", factoren = [3, 50] } ]")) ==
        Lines{"regel 1/1: lasten 2028 100 → onderbouwing (150) | 0 0 0 -50 | -50, 0"});
}

TEST_CASE("diff: a percentage of other posts, and the posts it is of") {
  const auto plan = [](const std::string& rule) {
    return begin + project("1") + lasten("2025 = 100") + lasten("2025 = 200") +
           post("lasten = { " + rule + " }", "Onvoorzien");
  };
  CHECK(verschillen(plan("percentage = 5, over = \"1..2\""), plan("percentage = 6, over = \"1..2\"")) ==
        Lines{"regel 1/3: lasten 2025-2028 5% van posten 1-2 → 6% van posten 1-2 | -3 0 0 0 | -3, 0"});
  CHECK(verschillen(plan("percentage = 5, over = [1]"), plan("percentage = 5, over = [2]")) ==
        Lines{"regel 1/3: lasten 2025-2028 5% van post 1 → 5% van post 2 | -5 0 0 0 | -5, 0"});
  const auto both = [](const std::string& rule, const std::string& costs = "100") {
    return begin + project("1") + post("baten = { 2025 = 40 }\nlasten = { 2025 = " + costs + " }", "Loon") +
           post("baten = { " + rule + " }", "Subsidie");
  };
  CHECK(verschillen(both("percentage = 50, over = 1"), both("percentage = 50, over = 1, kant = \"lasten\"")) ==
        Lines{"regel 1/2: baten 2025-2028 50% van post 1 → 50% van de lasten van post 1 | 30 0 0 0 | 30, 0"});
  const std::string of_costs = "percentage = 50, over = 1, kant = \"lasten\"";
  CHECK(
      verschillen(both(of_costs), both("percentage = 60, over = 1, kant = \"lasten\"")) ==
      Lines{
          "regel 1/2: baten 2025-2028 50% van de lasten van post 1 → 60% van de lasten van post 1 | 10 0 0 0 | 10, 0"});
  CHECK(verschillen(both(of_costs), both(of_costs, "200")) ==
        Lines{"bedrag 1/1: lasten 2025 100 → 200 | -50 0 0 0 | -50, 0"});
}

TEST_CASE("diff: the rounding of the plan takes what it makes of the amounts that follow it") {
  const auto plan = [](const std::string& rounding) {
    return head(rounding) + "[index]\nloon = 5\n" + line("a") + project("1") +
           post("lasten = { 2027 = 101 }\nindex = \"loon\"", "Loon");
  };
  CHECK(verschillen(plan(""), plan("afronding = 10")) ==
        Lines{"regel : afronding op 0,01 → afronding op 10 | 0 0 0 -3,95 | -3,95, 0"});
}

TEST_CASE("diff: projects and posts that come and go, with their effect in one line") {
  const std::string one = project("1", "budget = 50") + post("lasten = { 2025 = 10 }", "Huur");
  const std::string two = project("2", "budget = 7") + post("baten = { 2026 = 30 }", "Subsidie");
  CHECK(verschillen(begin + one, begin + one + two) == Lines{"nieuw 2: project is nieuw | 0 30 0 0 | 37, 0"});
  CHECK(verschillen(begin + one + two, begin + two) == Lines{"vervallen 1: project is vervallen | 10 0 0 0 | -40, 0"});
  CHECK(verschillen(begin + one, begin + one + post("lasten = { 2028 = 1 }", "Bloemen")) ==
        Lines{"nieuw 1/2: post is nieuw | 0 0 0 -1 | -1, 0"});
}

TEST_CASE("diff: settings without an amount, and how what they are of was recognised") {
  const std::string posts = post("lasten = { 2025 = 10 }", "Huur");
  CHECK(verschillen(begin + project("1", "einde = 2026\nrestant = \"meenemen\"") + posts,
                    begin + project("1", "einde = 2027\nrestant = \"terugbetalen\"") + posts) ==
        Lines{"gewijzigd 1: einde 2026 → 2027, restant meenemen → terugbetalen | 0 0 0 0 | 0, 0"});
  CHECK(verschillen(begin + project("1") + posts, begin + project("1") + post("lasten = { 2025 = 10 }", "Huren")) ==
        Lines{"hernoemd 1/1: naam ‘Huur’ → ‘Huren’ (op nr) | 0 0 0 0 | 0, 0"});
  CHECK(verschillen(begin + project("1") + posts,
                    begin + project("1") + post("lasten = { 2025 = 10 }\nstructureel = true", "Huur")) ==
        Lines{"gewijzigd 1/1: structureel nee → ja | 0 0 0 0 | 0, 0"});
  CHECK(verschillen(begin + project("1") + posts + project("2"),
                    begin + project("1") + post("lasten = { 2025 = 10 }\nnaar = \"2\"", "Huur") + project("2")) ==
        Lines{"gewijzigd 1/1: overdracht geen → aan 2 | 0 0 0 0 | 0, 0"});
}

TEST_CASE("diff: a project that moves to another programmalijn changes no total") {
  const std::string begin_two = head() + line("a") + line("b");
  CHECK(verschillen(begin_two + project("1", "budget = 5", "a"), begin_two + project("1", "budget = 5", "b")) ==
        Lines{"gewijzigd 1: programmalijn ‘Lijn a’ → ‘Lijn b’ | 0 0 0 0 | 0, 0"});
}

TEST_CASE("diff: what follows from the end of a project belongs to its end") {
  const auto plan = [](const std::string& einde) {
    return "[index]\nloon = 10\n" + begin + project("1", "einde = " + einde + "\nrestant = \"meenemen\"") +
           post("lasten = { 2025 = 100 }\nindex = \"loon\"", "Loon");
  };
  CHECK(verschillen(plan("2026"), plan("2027")) == Lines{"gewijzigd 1: einde 2026 → 2027 | 0 0 -121 0 | -121, 0"});
}

TEST_CASE("diff: a restant that goes to the investeringsbudget by itself") {
  const auto plan = [](const std::string& restant) {
    return head("investeringsbudget = \"2\"") + line("a") +
           project("1", "budget = 100\neinde = 2026\nrestant = \"" + restant + "\"") + lasten("2025 = 30") +
           project("2");
  };
  CHECK(verschillen(plan("meenemen"), plan("investeringsbudget")) ==
        Lines{"gewijzigd 1: restant meenemen → investeringsbudget | 0 0 0 0 | 0, 70"});
}

TEST_CASE("diff: a plan that begins and ends a year later is compared over the years both have") {
  const std::string oud =
      begin + project("1", "budget = 100") + post("lasten = { 2025 = 10, 2026 = 20, 2027 = 30 }", "Huur");
  const std::string later = "[plan]\nnaam = \"Proef\"\neerste_jaar = 2026\nlaatste_jaar = 2029\n" + line("a");
  const std::string same =
      later + project("1", "budget = 90") + post("lasten = { 2026 = 20, 2027 = 30, 2029 = 5 }", "Huur");
  CHECK(verschillen(oud, same) == Lines{"gewijzigd : jaren 2025-2028 → 2026-2029 | 0 0 0 | 0, 0"});
  const std::string other = later + project("1", "budget = 80") + post("lasten = { 2026 = 21, 2027 = 30 }", "Huur");
  CHECK(verschillen(oud, other) == Lines{"gewijzigd : jaren 2025-2028 → 2026-2029 | 0 0 0 | 0, 0",
                                         "bedrag 1: budget per 1 januari 2026 90 → 80 | 0 0 0 | -10, 0",
                                         "bedrag 1/1: lasten 2026 20 → 21 | -1 0 0 | -1, 0"});
}

TEST_CASE("diff: a post put in under a percentage takes what that makes of it") {
  const std::string onvoorzien = post("lasten = { percentage = 10, over = [1, 2] }", "Onvoorzien");
  const std::string wider = post("nr = 9\nlasten = { percentage = 10, over = [1, 2, 3] }", "Onvoorzien");
  const std::string begin_project =
      begin + project("1") + post("lasten = { 2025 = 100 }", "Huur") + post("lasten = { 2025 = 200 }", "Loon");
  CHECK(verschillen(begin_project + onvoorzien, begin_project + post("lasten = { 2025 = 50 }", "Energie") + wider) ==
        Lines{"nieuw 1/3: post is nieuw | -55 0 0 0 | -55, 0", "hernoemd 1/9: nr 3 → 9 (op naam) | 0 0 0 0 | 0, 0"});
}

TEST_CASE("diff: an overdracht that turns around waits for nothing") {
  const auto plan = [](const std::string& one, const std::string& other) {
    return begin + project("1", "budget = 100") + one + project("2", "budget = 50") + other;
  };
  const std::string oud = plan(post("lasten = { 2025 = \"sluitpost\" }\nnaar = \"2\"", "Geld"),
                               post("baten = { 2025 = \"spiegel\" }\nvan = \"1\"", "Geld"));
  const std::string nieuw = plan(post("baten = { 2025 = \"spiegel\" }\nvan = \"2\"", "Geld"),
                                 post("lasten = { 2025 = \"sluitpost\" }\nnaar = \"1\"", "Geld"));
  const Lines lines = verschillen(oud, nieuw);
  CHECK(lines.size() == 6);  // of each project the baten, the lasten and whom the post is with
  CHECK(lines[0] == "gewijzigd 1/1: overdracht aan 2 → van 2 | 0 0 0 0 | 0, 0");
  CHECK(lines[1] == "regel 1/1: baten 2025 leeg → spiegel van 2 (50) | 50 0 0 0 | 50, 0");
}

TEST_CASE("diff: of two indexes that change, a blend tells its own change") {
  const auto plan = [](const std::string& rates) {
    return "[index]\n" + rates + "mengsel = { loon = \"1/2\", prijs = \"1/2\" }\n" + begin + project("1") +
           post("lasten = { 2027 = 1000 }\nindex = \"mengsel\"", "Half");
  };
  CHECK(verschillen(plan("loon = 4\nprijs = 2\n"), plan("loon = 6\nprijs = 4\n")) ==
        Lines{"regel : index loon 4,0% → 6,0% | 0 0 0 0 | 0, 0",
              "regel : index mengsel 2025-2028 3,0% → 5,0% | 0 0 0 -20 | -20, 0",
              "regel : index prijs 2,0% → 4,0% | 0 0 0 0 | 0, 0"});
}

TEST_CASE("diff: a difference beyond the range of an amount is found") {
  const auto plan = [](const std::string& amount) { return begin + project("1", "budget = " + amount); };
  const TempPlan files(
      {{"oud.toml", plan("\"50.000.000.000.000.000\"")}, {"nieuw.toml", plan("\"-50.000.000.000.000.000\"")}});
  const Run run = run_saldo({"diff", files.file("oud.toml"), files.file("nieuw.toml")});
  CHECK(run.code == 2);
  CHECK(run.out == "");
  CHECK(run.err == "saldo: a difference between these plans goes beyond ±90.000.000.000.000.000,00 euro\n");
}
