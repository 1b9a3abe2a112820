// What checks find in goals, where the pages of the rules (src/rules/) show only one case: the five documents, and what must
// stay silent.
#include <map>

#include "support/catch.h"
#include "support/support.h"

using namespace saldo;

namespace {

using Counts = std::map<std::string, int>;

Findings of_goals(const LoadedPlan& loaded) {
  Findings found = check_all(loaded);
  std::erase_if(found, [](const Diagnostic& finding) { return !is_of_goals(finding.rule); });
  return found;
}

LoadedPlan document(const std::string& name) { return load_actueel(SALDO_SOURCE_DIR "/data/" + name); }

Counts counts(const std::string& name) {
  Counts all;
  for (const Diagnostic& finding : of_goals(document(name))) ++all[std::string(info(finding.rule).id)];
  return all;
}

const std::string frame = R"([plan]
naam = "Proef"
eerste_jaar = 2025
laatste_jaar = 2028

)";

std::string goal(const std::string& id, const std::string& soort, const std::string& keys) {
  return "[[doel]]\nid = \"" + id + "\"\nsoort = \"" + soort + "\"\nnaam = \"" + id + "\"\n" + keys + "\n\n";
}
std::string target(const std::string& keys) { return "streef = [{ " + keys + " }]"; }

// "rule goal" of each finding in goals.
std::vector<std::string> found_in(const std::string& text) {
  std::vector<std::string> lines;
  for (const Diagnostic& finding : of_goals(load_text(text)))
    lines.push_back(std::string(info(finding.rule).id) + " " + finding.subject.figure);
  return lines;
}
std::vector<std::string> found(const std::string& goals) { return found_in(frame + goals); }

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("a document of goals gives the findings of its careful reader, and no others") {
  CHECK(counts("apeldoorn-2026") == Counts{{"doel-richting", 3},
                                           {"doel-zonder-maat", 7},
                                           {"geld-zonder-bedrag", 13},
                                           {"nulmeting-afgeleid", 1},
                                           {"nulmeting-ontbreekt", 1},
                                           {"nulmeting-onvolledig", 1},
                                           {"procent-noemer", 4},
                                           {"resultaat-zonder-cijfer", 1},
                                           {"streef-aandeel", 2},
                                           {"streef-buiten-plan", 1},
                                           {"streef-jaar", 4},
                                           {"streef-jaren", 1},
                                           {"streef-tegenspraak", 2}});
  CHECK(counts("apeldoorn-2024") == Counts{{"doel-richting", 4},
                                           {"doel-zonder-maat", 2},
                                           {"geld-zonder-bedrag", 2},
                                           {"nulmeting-ontbreekt", 1},
                                           {"nulmeting-onvolledig", 3},
                                           {"nulmeting-zonder-streef", 1},
                                           {"procent-noemer", 8},
                                           {"streef-aandeel", 1},
                                           {"streef-buiten-plan", 2},
                                           {"streef-jaar", 2},
                                           {"streef-jaren", 1}});
  CHECK(counts("apeldoorn-2019") == Counts{{"doel-richting", 1},
                                           {"doel-zonder-maat", 3},
                                           {"geld-zonder-bedrag", 1},
                                           {"nulmeting-ontbreekt", 1},
                                           {"nulmeting-onvolledig", 1},
                                           {"resultaat-oordeel", 1},
                                           {"resultaat-procent", 1},
                                           {"resultaat-zonder-cijfer", 2},
                                           {"streef-jaar", 2},
                                           {"streef-open", 1}});
  CHECK(counts("almelo-2019") == Counts{{"doel-zonder-maat", 1},
                                        {"geld-zonder-bedrag", 1},
                                        {"nulmeting-afgeleid", 1},
                                        {"nulmeting-ontbreekt", 6},
                                        {"nulmeting-onvolledig", 1},
                                        {"procent-noemer", 2},
                                        {"streef-open", 1}});
  CHECK(counts("achterhoek-2025-2028") == Counts{{"doel-op-pm", 11},
                                                 {"doel-richting", 3},
                                                 {"doel-zonder-maat", 10},
                                                 {"geld-zonder-bedrag", 8},
                                                 {"nulmeting-ontbreekt", 1},
                                                 {"nulmeting-onvolledig", 2},
                                                 {"nulmeting-zonder-streef", 1},
                                                 {"post-gedeeld", 5},
                                                 {"procent-noemer", 3},
                                                 {"resultaat-zonder-cijfer", 13},
                                                 {"streef-aandeel", 8},
                                                 {"streef-buiten-plan", 3},
                                                 {"streef-jaar", 16},
                                                 {"streef-jaren", 1},
                                                 {"streef-open", 6},
                                                 {"streef-som", 1},
                                                 {"streef-zonder-post", 6}});
}

TEST_CASE("goals are numbered from where their list begins, and a project by its paragraph") {
  const std::string list = goal("top", "hoofddoel", "nr = \"2\"");
  const auto numbered = [](const std::string& id, const std::string& soort, const std::string& nr) {
    return goal(id, soort, "onder = \"top\"\nnr = \"" + nr + "\"");
  };
  CHECK(found(list + numbered("a", "thema", "2.4") + numbered("b", "thema", "2.5")).empty());
  CHECK(found(list + numbered("a", "thema", "I") + numbered("b", "thema", "1") + numbered("c", "thema", "2")).empty());
  CHECK(found(list + numbered("a", "thema", "2.4") + numbered("b", "thema", "2.4")) == Lines{"doel-nummer b"});
  CHECK(found(list + numbered("a", "thema", "2.4") + numbered("b", "thema", "2.6")) == Lines{"doel-nummer b"});
  CHECK(found(list + numbered("a", "thema", "3.1")) == Lines{"doel-nummer a"});
  CHECK(found(list +
              goal("a", "project", target("wat = \"x\", precies = 4, jaar = 2026") + "\nonder = \"top\"\nnr = \"3.7\""))
            .empty());
}

TEST_CASE("a target with a path over the years is one measure") {
  CHECK(
      found(goal("a", "prestatie", "streef = [{ minimaal = 5, jaar = 2025 }, { minimaal = 6, jaar = 2026 }]")).empty());
  CHECK(found(goal("a", "prestatie",
                   "streef = [{ minimaal = 5, jaar = 2025 }, { wat = \"iets anders\", minimaal = 6, jaar = 2026 }]")) ==
        Lines{"streef-jaren a"});
}

TEST_CASE("a norm inside a target needs no year of its own") {
  CHECK(found(goal("a", "prestatie",
                   "streef = [{ wat = \"aanvragen op tijd\", precies = 60, jaar = 2025 },\n"
                   "  { wat = \"dagen\", maximaal = 2, norm_bij = 1 }]"))
            .empty());
}

TEST_CASE("a prestatie is measured by the indicators under it") {
  const std::string above = goal("a", "prestatie", target("inspanning = \"campagne\", jaar = 2025"));
  CHECK(found(above) == Lines{"doel-zonder-maat a"});
  CHECK(found(above + goal("b", "indicator", "onder = \"a\"\n" + target("precies = 5, jaar = 2025"))).empty());
  CHECK(found(above + goal("b", "indicator", "onder = \"a\"\n" + target("schaal = \"hoog\", jaar = 2025"))) ==
        Lines{"doel-zonder-maat a", "doel-zonder-maat b"});
}

TEST_CASE("a result is held against its target by its figure and its day, and a claim is nothing") {
  const auto judged = [](const std::string& asked, const std::string& result) {
    return found(goal("a", "prestatie", target(asked) + "\nresultaat = [{ " + result + " }]"));
  };
  const Lines wrong{"resultaat-oordeel a"};
  CHECK(judged("minimaal = 10, jaar = 2025", "waarde = 10, jaar = 2025, vergeleken = \"gehaald\"").empty());
  CHECK(judged("meer_dan = 10, jaar = 2025", "waarde = 10, jaar = 2025, vergeleken = \"deels\"").empty());
  CHECK(judged("maximaal = 10, jaar = 2025", "waarde = 11, jaar = 2025, vergeleken = \"gehaald\"") == wrong);
  CHECK(judged("minimaal = 10, jaar = 2026", "waarde = 9, jaar = 2025, vergeleken = \"onbekend\"").empty());
  CHECK(judged("minimaal = 10, jaar = 2026", "waarde = 9, jaar = 2025, vergeleken = \"deels\"") == wrong);
  CHECK(judged("minimaal = 10, jaar = 2025", "waarde = 0, jaar = 2025, vergeleken = \"niet\"").empty());
  CHECK(judged("minimaal = 10, jaar = 2025", "waarde = 9, jaar = 2025, beweerd = \"gehaald\"") == wrong);
  CHECK(judged("minimaal = 10, jaar = 2025", "beweerd = \"gehaald\", bekend_na = 2026") == wrong);
  CHECK(judged("minimaal = 10, jaar = 2025", "beweerd = \"gehaald\"") == Lines{"resultaat-zonder-cijfer a"});
}

TEST_CASE("a printed percentage is right to its own last digit") {
  const auto printed = [](const std::string& figures) {
    return found(goal("a", "prestatie",
                      target("precies = 300, jaar = 2025") + "\nresultaat = [{ jaar = 2025, " + figures + " }]"));
  };
  CHECK(printed("waarde = 51, van_aantal = 100, procent = 51").empty());
  CHECK(printed("waarde = 1, van_aantal = 3, procent = 33").empty());
  CHECK(printed("waarde = 1, van_aantal = 3, procent = 33.3").empty());
  CHECK(printed("waarde = 1, van_aantal = 3, procent = 33.4") == Lines{"resultaat-procent a"});
  CHECK(printed("waarde = 1, van_aantal = 2, procent = 49") == Lines{"resultaat-procent a"});
  CHECK(printed("waarde = 255, van_aantal = 1000, procent = 25").empty());
  CHECK(printed("waarde = 255, van_aantal = 1000, procent = 26").empty());
}

TEST_CASE("a target is due when its year closes, unless its result is known later") {
  const std::string plan = frame + R"([[programmalijn]]
id = "a"
naam = "A"

[[project]]
nr = "1"
naam = "Project 1"
programmalijn = "a"

[[afsluiting]]
jaar = 2025
stand = "voorlopig"

[[afsluiting.project]]
nr = "1"

)";
  const auto due = [&](const std::string& keys) {
    Lines lines;
    for (const std::string& line : found_in(plan + goal("a", "prestatie", keys)))
      if (line.starts_with("resultaat-ontbreekt")) lines.push_back(line);
    return lines;
  };
  const Lines missing{"resultaat-ontbreekt a"};
  CHECK(due(target("precies = 5, jaar = 2025")) == missing);
  CHECK(due(target("product = \"plan\", jaar = 2025")) == missing);
  CHECK(due(target("precies = 5, jaar = 2026")).empty());
  CHECK(due(target("precies = 5")).empty());
  CHECK(due(target("precies = 5, jaar = 2025, bekend_na = 2026")).empty());
  CHECK(due(target("precies = 5, jaar = 2025") + "\nresultaat = [{ bekend_na = 2026 }]").empty());
  CHECK(due(target("precies = 5, jaar = 2025") + "\nresultaat = [{ waarde = 4, jaar = 2025 }]").empty());
  CHECK(due(target("precies = 5, jaar = 2025") + "\nresultaat = [{ beweerd = \"deels\" }]").empty());
  CHECK(due("streef = [{ precies = 5, jaar = 2025 }, { wat = \"b\", precies = 7, jaar = 2025 }]\n"
            "resultaat = [{ streef = 2, waarde = 7, jaar = 2025 }]") == missing);
}

TEST_CASE("shares of a post are added up once where a goal and the one above it take them") {
  const std::string plan = frame + R"([[programmalijn]]
id = "a"
naam = "A"

[[project]]
nr = "1"
naam = "Project 1"
programmalijn = "a"
budget = 900

[[project.post]]
naam = "Post"
lasten = { 2025 = 900 }

)";
  const auto takes = [](const std::string& deel) {
    return "geld = [{ project = \"1\", post = 1, deel = \"" + deel + "\" }]";
  };
  const std::string whole = goal("b", "doelstelling", takes("100%"));
  CHECK(found_in(plan + whole + goal("c", "thema", "onder = \"b\"\n" + takes("60%"))).empty());
  CHECK(found_in(plan + whole + goal("c", "thema", takes("1%"))) == Lines{"geld-deel "});
  CHECK(found_in(plan + goal("b", "thema", takes("1/3")) + goal("c", "thema", takes("1/3")) +
                 goal("d", "thema", takes("1/3")))
            .empty());
}

TEST_CASE("a [[negeer]] sets aside what is found in one goal") {
  const std::string two = goal("a", "prestatie", target("precies = 5")) + goal("b", "prestatie", target("precies = 6"));
  const std::string ignored = "[[negeer]]\nregel = \"streef-jaar\"\nreden = \"elk jaar\"\n";
  CHECK(found(two) == Lines{"streef-jaar a", "streef-jaar b"});
  CHECK(found(two + ignored + "doel = \"a\"\n") == Lines{"streef-jaar b"});
  CHECK(found(two + ignored).empty());
  CHECK(check_all(load_text(frame + two + ignored + "doel = \"c\"\n")).back().rule == Rule::negeer_ongebruikt);
}
