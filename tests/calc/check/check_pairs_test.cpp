// What rules about money say beyond the plain case on their pages: a plan that breaks exactly one, all that is said, and
// its repaired twin.
#include "support/catch.h"
#include "support/marked_plan.h"

using namespace saldo;

namespace {

using Lines = std::vector<std::string>;

// In `text`, «» mark where the finding points. `said` is all there is to read of it but the place, as all_found() in
// marked_plan.h shows it. The twin has `to` in the place of `from`.
struct CheckPair {
  std::string said;
  std::string text;
  std::string from;
  std::string to;
};

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

std::string replaced_once(std::string text, const std::string& from, const std::string& to) {
  return text.replace(text.find(from), from.size(), to);
}

// A project with a post of 5 in 2025 and `posts`, and a begrotingswijziging of these changes.
std::string changed(const std::string& posts, const std::string& changes) {
  return plan("", project("1", "budget = 90\n") + post("Huur", "lasten = { 2025 = 5 }\n") + posts) +
         "[[begrotingswijziging]]\nnr = 1\ndatum = 2025-06-30\nwijziging = [" + changes + "]\n";
}

const std::vector<CheckPair> check_pairs = {
    {"error: project 1 has 2 posts named `Huur` [wijziging-raakt-meer] | 13:1 post 1 is here | 16:1 post 2 is here | "
     "help: give the one that is meant a `nr` of its own, and write that here",
     changed(post("Huur", "lasten = { 2025 = 5 }\n"), "{ project = \"1\", post = «\"Huur\"», maal = 2 }"),
     "naam = \"Huur\"", "naam = \"Loon\""},
    {"error: project 1 vervalt, but it is the investeringsbudget of the plan [wijziging-verwijzing] | 5:22 it is "
     "named "
     "here | help: give the plan another investeringsbudget as well",
     replaced_once(changed("", "{ project = \"1\", vervalt = «true» }"), "laatste_jaar = 2027\n",
                   "laatste_jaar = 2027\ninvesteringsbudget = \"1\"\n"),
     "vervalt = true", "naam = \"Anders\""},
    {"error: eindsaldo 2025 of project 1 is 700, but §1 says 800: a difference of -100 [controle] | 15:19 that is "
     "-100 of post 1 (lasten 2025)",
     plan("", project("1", "budget = 800\n") + post("Huur", "lasten = { 2025 = 100 }\n") +
                  "[project.controle]\nbron = \"§1\"\neindsaldo = { 2025 = «800» }\n"),
     "2025 = 800", "2025 = 700"},
    {"warning: 12 moves between 1 and 2, but neither declares the dubbeling [dubbeling-niet-aangegeven] | help: "
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
    {"warning: project 1 stands at -1 on 31 december 2025, below 0, and lowest at -3 on 31 december 2026 "
     "[saldo-ondergrens] | help: cover "
     "it, or write `ondergrens = -3` if it may stand so low",
     plan("", "[[project]]\nnr = «\"1\"»\nnaam = \"Rood\"\nprogrammalijn = \"a\"\n" +
                  post("Huur", "lasten = { 2025 = 1, 2026 = 2 }\n") + project("2", "budget = 3\n")),
     "naam = \"Rood\"", "naam = \"Rood\"\nondergrens = -3"},
    {"error: the structural lasten of 2026 are 60, but the structural baten 50: 10 short [evenwicht-structureel] | "
     "help: cover it with "
     "lasting baten, or write `structureel = true` only on posts that recur every year",
     "«[plan]»" + plan("evenwicht = \"structureel\"\n",
                       project("1", "budget = 5\n") +
                           post("Rijk", "structureel = true\nbaten = { 2025 = 50, 2026 = 50, 2027 = 50 }\n") +
                           post("Eenmalig", "baten = { 2026 = 90 }\n") +
                           post("Loon", "structureel = true\nlasten = { 2025 = 50, 2026 = 60, 2027 = 50 }\n"))
                      .substr(6),
     "2026 = 60", "2026 = 50"},
    {"warning: no other post is drawn together with `beslut` [samen-alleen] | help: did you mean `besluit`?",
     plan("", project("1", "budget = 900\n") +
                  post("Een", "baten = { 2025 = 100 }\nkans = 0.8\nsamen_met = \"besluit\"\n") +
                  post("Twee", "baten = { 2025 = 200 }\nkans = 0.8\nsamen_met = \"besluit\"\n") +
                  post("Drie", "baten = { 2025 = 300 }\nkans = 0.8\nsamen_met = «\"beslut\"»\n")),
     "beslut\"", "besluit\""},
};

}  // namespace

TEST_CASE("a plan gives one finding with all there is to say, and the repaired plan none") {
  for (const CheckPair& pair : check_pairs) {
    INFO(without_marks(pair.text));
    CHECK(all_found(pair.text) == Lines{mark_of(pair.text) + " " + pair.said});
    std::string twin = without_marks(pair.text);
    REQUIRE(twin.find(pair.from) != std::string::npos);
    twin.replace(twin.find(pair.from), pair.from.size(), pair.to);
    INFO(twin);
    CHECK(all_found(twin) == Lines{});
  }
}
