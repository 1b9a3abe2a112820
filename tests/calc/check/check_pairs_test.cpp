// Every rule about money that moves, stands or is printed: a plan that breaks exactly it, all that is said, and its twin.
#include "calc/check/check_pairs.h"

#include "support/catch.h"
#include "support/marked_plan.h"

using namespace saldo;

namespace {

using Lines = std::vector<std::string>;

std::string plan(const std::string& keys, const std::string& rest) {
  return "[plan]\nnaam = \"Proef\"\neerste_jaar = 2025\nlaatste_jaar = 2027\n" + keys +
         "[[programmalijn]]\nid = \"a\"\nnaam = \"Lijn\"\n" + rest;
}

// Four lines, then those of `keys`.
std::string project(const std::string& nr, const std::string& keys) {
  return "[[project]]\nnr = \"" + nr + "\"\nnaam = \"Project " + nr + "\"\nprogrammalijn = \"a\"\n" + keys;
}

std::string post(const std::string& naam, const std::string& keys) {
  return "[[project.post]]\nnaam = \"" + naam + "\"\n" + keys;
}

// 1 has 900 and pays 2; both declare it.
std::string pays(const std::string& sent, const std::string& received, const std::string& keys_1 = "",
                 const std::string& keys_2 = "") {
  return plan("", project("1", "budget = 900\ndubbeling_met = [\"2\"]\n" + keys_1) + sent +
                      project("2", "dubbeling_met = [\"1\"]\n" + keys_2) + received);
}

std::string replaced_once(std::string text, const std::string& from, const std::string& to) {
  return text.replace(text.find(from), from.size(), to);
}

// A project with a post of 5 in 2025 and `posts`, and a begrotingswijziging of these changes.
std::string changed(const std::string& posts, const std::string& changes) {
  return plan("", project("1", "budget = 90\n") + post("Huur", "lasten = { 2025 = 5 }\n") + posts) +
         "[[begrotingswijziging]]\nnr = 1\ndatum = 2025-06-30\nwijziging = [" + changes + "]\n";
}

const std::string sends = post("Betaalt", "naar = \"2\"\nlasten = { 2025 = «700» }\n");

}  // namespace

const std::vector<CheckPair>& check_pairs() {
  static const std::vector<CheckPair> pairs = {
      {Rule::wijziging_raakt_niets,
       "error: post 1 of 1 has no written amount in 2026 to change [wijziging-raakt-niets] | help: write the amount "
       "itself: lasten = { 2026 = 5_000 }",
       changed("", "{ project = \"1\", post = 1, plus = { 2026 = «5» } }"), "2026 = 5", "2025 = 5"},
      {Rule::wijziging_raakt_meer,
       "error: project 1 has 2 posts named `Huur` [wijziging-raakt-meer] | 13:1 post 1 is here | 16:1 post 2 is here | "
       "help: write the nr of the one that is meant: post = 1",
       changed(post("Huur", "lasten = { 2025 = 5 }\n"), "{ project = \"1\", post = «\"Huur\"», maal = 2 }"),
       "naam = \"Huur\"", "naam = \"Loon\""},
      {Rule::wijziging_tegenstrijdig,
       "error: another change makes 1/1/lasten/2025 something else [wijziging-tegenstrijdig] | 19:59 the other change "
       "is "
       "here | help: leave out one of the two",
       changed("",
               "{ project = \"1\", post = 1, lasten = { 2025 = 6 } }, { project = \"1\", post = 1, lasten = { 2025 = "
               "«7» } }"),
       "2025 = 7", "2025 = 6"},
      {Rule::wijziging_verwijzing,
       "error: project 1 vervalt, but it is the investeringsbudget of the plan [wijziging-verwijzing] | 5:22 it is "
       "named "
       "here | help: give the plan another investeringsbudget as well",
       replaced_once(changed("", "{ project = \"1\", vervalt = «true» }"), "laatste_jaar = 2027\n",
                     "laatste_jaar = 2027\ninvesteringsbudget = \"1\"\n"),
       "vervalt = true", "naam = \"Anders\""},
      {Rule::wijziging_horizon,
       "warning: 5 of the lasten of post 2 of 1 moves to 2028, outside the plan [wijziging-horizon] | help: make the "
       "plan "
       "run until then, or take it into account that this amount counts nowhere",
       changed(post("Loon", "lasten = { 2026 = 1, 2027 = 5 }\n"), "{ project = \"1\", post = 2, schuif = «1» }"),
       "schuif = 1", "schuif = -1"},
      {Rule::controle,
       "error: eindsaldo 2025 of project 1 is 700, but §1 says 800: a difference of -100 [controle] | 15:19 that is "
       "-100 of post 1 (lasten 2025)",
       plan("", project("1", "budget = 800\n") + post("Huur", "lasten = { 2025 = 100 }\n") +
                    "[project.controle]\nbron = \"§1\"\neindsaldo = { 2025 = «800» }\n"),
       "2025 = 800", "2025 = 700"},
      {Rule::overdracht_geen_ontvangst,
       "error: 700 leaves 1 for 2 in 2025 but arrives nowhere [overdracht-geen-ontvangst] | help: write a post in 2 "
       "with `baten = { 2025 = "
       "\"spiegel\" }` and `van = \"1\"`",
       pays(sends, post("Eigen geld", "baten = { 2026 = 50 }\n")), "naam = \"Eigen geld\"\nbaten = { 2026 = 50 }",
       "naam = \"Krijgt\"\nbaten = { 2025 = \"spiegel\" }\nvan = \"1\""},
      {Rule::overdracht_geen_verzending,
       "error: 700 arrives at 2 from 1 in 2025, but 1 does not send it [overdracht-geen-verzending] | help: write a "
       "post in 1 with lasten in "
       "2025 and `naar = \"2\"`",
       pays(post("Huur", "lasten = { 2026 = 60 }\n"), post("Krijgt", "van = \"1\"\nbaten = { 2025 = «700» }\n")),
       "lasten = { 2026 = 60 }", "lasten = { 2025 = 700 }\nnaar = \"2\""},
      {Rule::overdracht_verschil,
       "error: 700 leaves 1 for 2 in 2025, but 650 arrives: a difference of 50 [overdracht-verschil] | 26:18 received "
       "by post 1 of 2 | help: "
       "write `2025 = \"spiegel\"` among the baten of post 1 of 2, or correct one of the amounts",
       pays(sends, post("Krijgt", "van = \"1\"\nbaten = { 2025 = 650 }\n")), "650", "\"spiegel\""},
      {Rule::overdracht_jaar,
       "error: 700 leaves 1 for 2 in 2025 but arrives in 2026 [overdracht-jaar] | 26:18 received by post 1 of 2 | "
       "help: write `vertraging = 1` "
       "on the receiving post if the year in between is meant",
       pays(sends, post("Krijgt", "van = \"1\"\nbaten = { 2026 = 700 }\n")), "van = \"1\"",
       "van = \"1\"\nvertraging = 1"},
      {Rule::overdracht_einde,
       "error: 700 leaves 1 for 2 in 2026, but 2 ended in 2025 [overdracht-einde] | 28:18 received by post 1 of 2 | "
       "23:9 2 ends here | help: "
       "move the amount to 2025 or before, or write `einde = 2026` for 2",
       pays(post("Betaalt", "naar = \"2\"\nlasten = { 2026 = «700» }\n"),
            post("Krijgt", "van = \"1\"\nbaten = { 2026 = 700 }\n"), "", "einde = 2025\nrestant = \"meenemen\"\n"),
       "einde = 2025", "einde = 2026"},
      {Rule::dubbeling_geen_geld,
       "warning: 1 declares a dubbeling with 2, but no money moves between them [dubbeling-geen-geld] | 15:18 2 "
       "declares it here | help: write "
       "`naar = \"2\"` or `van = \"2\"` on the posts that move it, or take 2 out of `dubbeling_met`",
       plan("", project("1", "budget = 5\n") + "dubbeling_met = [«\"2\"»]\n[[project]]\ndubbeling_met = [\"1\"]\nnr = "
                                               "\"2\"\nnaam = \"Twee\"\nprogrammalijn = \"a\"\n"),
       "dubbeling_met = [\"2\"]\n[[project]]\ndubbeling_met = [\"1\"]", "[[project]]"},
      {Rule::dubbeling_niet_aangegeven,
       "warning: 12 moves between 1 and 2, but neither declares the dubbeling [dubbeling-niet-aangegeven] | help: "
       "write `dubbeling_met = "
       "[\"2\"]` for 1 and `dubbeling_met = [\"1\"]` for 2",
       plan("",
            project("1",
                    "budget = 12\npost = [{ naam = \"Betaalt\", naar = \"2\", lasten = { 2025 = «5», 2026 = 7 } }]\n") +
                "dubbeling_met = []\n[[project]]\ndubbeling_met = []\nnr = \"2\"\nnaam = \"Twee\"\nprogrammalijn = "
                "\"a\"\n" +
                post("Krijgt", "van = \"1\"\nbaten = { 2025 = 5, 2026 = 7 }\n")),
       "dubbeling_met = []\n[[project]]\ndubbeling_met = []",
       "dubbeling_met = [\"2\"]\n[[project]]\ndubbeling_met = [\"1\"]"},
      {Rule::dubbeling_niet_wederzijds,
       "warning: 1 declares a dubbeling with 2, but 2 does not declare it with 1 [dubbeling-niet-wederzijds] | 19:6 2 "
       "is here | help: add "
       "\"1\" to `dubbeling_met` of 2",
       plan("", project("1", "budget = 5\ndubbeling_met = [«\"2\"»]\n") +
                    post("Betaalt", "naar = \"2\"\nlasten = { 2025 = 5 }\n") + project("2", "# table 5\n") +
                    post("Krijgt", "van = \"1\"\nbaten = { 2025 = 5 }\n")),
       "# table 5", "dubbeling_met = [\"1\"]"},
      {Rule::saldo_ondergrens,
       "warning: project 1 stands at -1 on 31 december 2025, below 0, and lowest at -3 on 31 december 2026 "
       "[saldo-ondergrens] | help: cover "
       "it, or write `ondergrens = -3` if it may stand so low",
       plan("", "[[project]]\nnr = «\"1\"»\nnaam = \"Rood\"\nprogrammalijn = \"a\"\n" +
                    post("Huur", "lasten = { 2025 = 1, 2026 = 2 }\n") + project("2", "budget = 3\n")),
       "naam = \"Rood\"", "naam = \"Rood\"\nondergrens = -3"},
      {Rule::saldo_na_einde,
       "error: 1 ends in 2025 with a balance of 5, and nothing says what happens with it [saldo-na-einde] | help: "
       "write `restant = "
       "\"investeringsbudget\"`, \"meenemen\" or \"terugbetalen\"",
       plan("", project("1", "budget = 5\neinde = «2025»\n")), "einde = 2025\n",
       "einde = 2025\nrestant = \"meenemen\"\n"},
      {Rule::saldo_beweging_na_einde,
       "error: post 1 of 1 has lasten of 5 in 2026, but the project ended in 2025 [saldo-beweging-na-einde] | 13:9 1 "
       "ends here | help: move "
       "the amount to 2025 or before, or write `einde = 2026`",
       plan("", project("1", "budget = 5\neinde = 2025\nrestant = \"meenemen\"\n") +
                    post("Huur", "lasten = { 2026 = «5» }\n")),
       "lasten = { 2026", "lasten = { 2025"},
      {Rule::saldo_opening,
       "error: opening 2026 is printed as 6, but eindsaldo 2025 as 5: a difference of 1 [saldo-opening] | 14:22 "
       "eindsaldo 2025 is printed here "
       "| help: a year opens with the balance the year before ended with: correct the figure that was mistyped, or "
       "leave out the one the "
       "document has wrong",
       plan("", project("1", "budget = 5\n[project.controle]\neindsaldo = { 2025 = 5 }\nopening = { 2026 = «6» }\n")),
       "2026 = 6", "2026 = 5"},
      {Rule::evenwicht_structureel,
       "error: the structural lasten of 2026 are 60, but the structural baten 50: 10 short [evenwicht-structureel] | "
       "help: cover it with "
       "lasting baten, or write `structureel = true` only on posts that recur every year",
       "«[plan]»" + plan("evenwicht = \"structureel\"\n",
                         project("1", "budget = 5\n") +
                             post("Rijk", "structureel = true\nbaten = { 2025 = 50, 2026 = 50, 2027 = 50 }\n") +
                             post("Eenmalig", "baten = { 2026 = 90 }\n") +
                             post("Loon", "structureel = true\nlasten = { 2025 = 50, 2026 = 60, 2027 = 50 }\n"))
                        .substr(6),
       "2026 = 60", "2026 = 50"},
      {Rule::evenwicht_sluitend,
       "error: the lasten of 2026 are 60, but the baten 50: 10 short [evenwicht-sluitend] | help: cover it; the "
       "balance per 1 januari counts "
       "only as far as a post takes it in as baten",
       "«[plan]»" + plan("evenwicht = \"sluitend\"\n", project("1", "budget = 10\n") +
                                                           post("Rijk", "baten = { 2025 = 50, 2026 = 50 }\n") +
                                                           post("Loon", "lasten = { 2025 = 50, 2026 = 60 }\n"))
                        .substr(6),
       "2026 = 60", "2026 = 50"},
      {Rule::bandbreedte, "error: `min` is more than `max` [bandbreedte] | help: write the least amount as `min`",
       plan("", project("1", "budget = 900\n") +
                    post("Huur", "lasten = { 2025 = 100 }\nbandbreedte = «{ min = 200, max = 50 }»\n")),
       "min = 200, max = 50", "min = 50, max = 200"},
      {Rule::onzeker_bedrag,
       "error: post 2 has no amount of its own: what follows from other posts follows them by itself [onzeker-bedrag] "
       "| help: put it on the post that is written out",
       plan("", project("1", "budget = 900\n") + post("Huur", "lasten = { 2025 = 100 }\n") +
                    post("Onvoorzien", "lasten = { percentage = 5.0, over = 1 }\nkans = «0.5»\n")),
       "percentage = 5.0, over = 1", "2025 = 5"},
      {Rule::samen_kans,
       "error: `besluit` is one decision, and here its kans is 75% instead of 80% [samen-kans] | 16:8 the first one is "
       "here | help: write the same kans, or another `samen_met`",
       plan("", project("1", "budget = 900\n") +
                    post("Een", "baten = { 2025 = 100 }\nkans = 0.8\nsamen_met = \"besluit\"\n") +
                    post("Twee", "baten = { 2025 = 200 }\nkans = «\"75%\"»\nsamen_met = \"besluit\"\n")),
       "\"75%\"", "\"80%\""},
      {Rule::samen_alleen,
       "warning: no other post is drawn together with `beslut` [samen-alleen] | help: did you mean `besluit`?",
       plan("", project("1", "budget = 900\n") +
                    post("Een", "baten = { 2025 = 100 }\nkans = 0.8\nsamen_met = \"besluit\"\n") +
                    post("Twee", "baten = { 2025 = 200 }\nkans = 0.8\nsamen_met = \"besluit\"\n") +
                    post("Drie", "baten = { 2025 = 300 }\nkans = 0.8\nsamen_met = «\"beslut\"»\n")),
       "beslut\"", "besluit\""},
  };
  return pairs;
}

TEST_CASE("each rule about money gives one finding with all there is to say, and the repaired plan none") {
  for (const CheckPair& pair : check_pairs()) {
    INFO(without_marks(pair.text));
    CHECK(all_found(pair.text) == Lines{mark_of(pair.text) + " " + pair.said});
    std::string twin = without_marks(pair.text);
    REQUIRE(twin.find(pair.from) != std::string::npos);
    twin.replace(twin.find(pair.from), pair.from.size(), pair.to);
    INFO(twin);
    CHECK(all_found(twin) == Lines{});
  }
}
