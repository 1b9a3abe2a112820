// [[doel]]: what is read, linked and refused.
#include <string>

#include "support/catch.h"
#include "support/small_plan.h"

using namespace saldo;

namespace {

std::string goal(const std::string& id, const std::string& keys = "") {
  return "[[doel]]\nid = \"" + id + "\"\nsoort = \"prestatie\"\nnaam = \"" + id + "\"\n" + keys;
}

std::string target(const std::string& keys) { return goal("a", "streef = [{ " + keys + " }]\n"); }

// What is wrong with a plan of two projects with these goals: "13:8: MESSAGE [RULE]".
Lines trouble(const std::string& goals) {
  const LoadedPlan loaded = load_text(head() + line("a") + project("1") + lasten("2025 = 100") +
                                      post("lasten = { 2025 = 5 }", "Huur") + goals);
  Lines all;
  for (const std::string& one : tell(loaded, loaded.findings)) all.push_back(one.substr(one.find(": ") + 2));
  return all;
}

const Streef& only_target(const LoadedPlan& loaded) { return loaded.plan.doelen.front().streven.front(); }

}  // namespace

TEST_CASE("a goal of every kind of key is read as it stands") {
  const LoadedPlan loaded = load_text(
      head() + line("a") + project("1") + post("lasten = { 2025 = 100 }", "Huur") + goal("boven") +
      goal("onder",
           "onder = \"boven\"\nnr = \"2.1\"\nwas = [\"2.2\", \"oud\"]\nproject = \"1\"\nprogrammalijn = \"a\"\n"
           "streef = [{ wat = \"bedrijven\", minimaal = 1.25, eenheid = \"%\", van_aantal = 800, jaar = [2026, 2027],"
           " nulmeting = { datum = 2024-10-31, waarde = 0.5 } }, { nr = 7, richting = \"omlaag\" }]\n"
           "resultaat = [{ streef = 7, beweerd = \"op-koers\", bekend_na = 2029 }]\n"
           "feit = [{ wat = \"mensen\", waarde = 16_000, ongeveer = true }]\n"
           "geld = [{ project = \"1\", post = \"Huur\", deel = \"50%\" }, { tekst = \"van het Rijk\", bedrag = 5 }]\n"
           "zie = [\"boven\"]\nelders = [\"Agenda\"]\n"));
  REQUIRE(tell(loaded, loaded.findings) == Lines{});
  const Doel& doel = loaded.plan.doelen[1];
  CHECK(doel.onder->id == static_cast<DoelId>(0));
  CHECK(doel.was.size() == 2);
  const Streef& streef = doel.streven[0];
  CHECK((streef.nr == 1 && streef.soort == StreefSoort::minimaal && streef.waarde->getal == Ratio{5, 4}));
  CHECK((streef.maat.is_percentage() && streef.maat.van_aantal->getal == Ratio{800, 1}));
  CHECK(streef.last_day() == Date{2027, 12, 31});
  CHECK((streef.nulmeting->waarde->getal == Ratio{1, 2} && streef.nulmeting->moment->datum == Date{2024, 10, 31}));
  CHECK((doel.streven[1].nr == 7 && doel.streven[1].richting == Richting::omlaag && !doel.streven[1].is_number()));
  CHECK(doel.streef_of(doel.resultaten[0]) == &doel.streven[1]);
  CHECK((doel.resultaten[0].beweerd == Bewering::op_koers && !doel.resultaten[0].waarde));
  CHECK((doel.geld[0].position == 0u && doel.geld[0].deel == Ratio{1, 2} && doel.geld[1].bedrag == Money::of_euros(5)));
}

TEST_CASE("PM, a share and a number of a target are three things") {
  const auto read = [](const std::string& keys) { return load_text(head() + target(keys)); };
  const LoadedPlan pm = read("omhoog_met = \"PM\""), share = read("omhoog_met = \"10%\""),
                   number = read("omhoog_met = 10");
  CHECK((only_target(pm).is_pm() && !only_target(pm).is_number()));
  CHECK((only_target(share).is_relatief && only_target(share).waarde->getal == Ratio{1, 10}));
  CHECK((!only_target(number).is_relatief && only_target(number).waarde->getal == Ratio{10, 1}));
}

TEST_CASE("a plan of goals needs no project, and one without goals is as it was") {
  const LoadedPlan goals = load_text(head() + goal("a"));
  CHECK(tell(goals, goals.findings) == Lines{});
  CHECK(goals.plan.doelen.size() == 1);
  CHECK(load_text(head()).plan.doelen.empty());
}

TEST_CASE("what a goal names and is not there is told with what was meant") {
  CHECK(trouble(goal("meedoen") + goal("b", "onder = \"meedeon\"\n")) ==
        Lines{"there is no doel `meedeon` [onbekend-doel]"});
  CHECK(trouble(goal("a", "zie = [\"x\"]\n")) == Lines{"there is no doel `x` [onbekend-doel]"});
  CHECK(trouble(target("minimaal = 1, deel_van = \"x\"")) == Lines{"there is no doel `x` [onbekend-doel]"});
  CHECK(trouble(goal("a", "project = \"9\"\n")) == Lines{"there is no project `9` [onbekend-project]"});
  CHECK(trouble(goal("a", "programmalijn = [\"z\"]\n")) ==
        Lines{"there is no programmalijn `z` [onbekende-programmalijn]"});
  CHECK(trouble(goal("a", "geld = [{ project = \"1\", post = 9 }]\n")) ==
        Lines{"project 1 has no post 9 [onbekende-post]"});
  CHECK(trouble(goal("a") + goal("a")) == Lines{"doel `a` is there twice [dubbel-nr]"});
}

TEST_CASE("goals under each other in a circle, and deeper than sixteen, are told") {
  CHECK(trouble(goal("a", "onder = \"b\"\n") + goal("b", "onder = \"a\"\n")) ==
        Lines{"goal `a` is, by way of others, under itself [kring]",
              "goal `b` is, by way of others, under itself [kring]"});
  CHECK(trouble(goal("a", "onder = \"a\"\n")) == Lines{"goal `a` is, by way of others, under itself [kring]"});
  std::string deep = goal("0");
  for (int level = 1; level <= 15; ++level)
    deep += goal(std::to_string(level), "onder = \"" + std::to_string(level - 1) + "\"\n");
  CHECK(trouble(deep) == Lines{});
  CHECK(trouble(deep + goal("16", "onder = \"15\"\n")) ==
        Lines{"goals are nested deeper than 16 levels here [te-diep]"});
}

TEST_CASE("a target asks one thing, in one year or on one day") {
  CHECK(trouble(target("minimaal = 1, maximaal = 2")) ==
        Lines{"this target asks two things: `maximaal` is a second one [verkeerde-waarde]"});
  CHECK(trouble(target("wat = \"x\"")) == Lines{"this target does not say what it asks [ontbrekende-sleutel]"});
  CHECK(trouble(target("minimaal = 1, jaar = 2026, datum = 2026-05-01")) ==
        Lines{"a `jaar` and a `datum` say two things [verkeerde-waarde]"});
  CHECK(trouble(target("minimaal = 1, jaar_afgeleid = true")) ==
        Lines{"there is no year here that could be derived [verkeerde-waarde]"});
  CHECK(trouble(target("minimal = 1")) == Lines{"[[doel.streef]] has no key `minimal` [onbekende-sleutel]"});
  CHECK(trouble(target("minimaal = \"80%\"")) == Lines{"`80%` is no number [verkeerde-waarde]"});
  CHECK(trouble(target("minimaal = 0.1234567")) == Lines{"`0.1234567` has more than 6 decimals [verkeerde-waarde]"});
  CHECK(trouble(target("minimaal = 1, norm_bij = 1")) ==
        Lines{"goal `a` has no other target with nr 1 [verkeerde-waarde]"});
  CHECK(trouble(goal("a", "streef = [{ nr = 2, minimaal = 1 }, { minimaal = 2 }]\n")) ==
        Lines{"goal `a` has two targets with nr 2 [dubbel-nr]"});
  CHECK(trouble(goal("a", "resultaat = [{ streef = 1, waarde = 2 }]\n")) ==
        Lines{"goal `a` has no target with nr 1 [verkeerde-waarde]"});
  CHECK(trouble(goal("a", "resultaat = [{ jaar = 2025 }]\n")) ==
        Lines{"this result says nothing [ontbrekende-sleutel]"});
}

TEST_CASE("money of a goal is of the plan or only named, and a share of it is no more than all") {
  CHECK(trouble(goal("a", "geld = [{ project = \"1\", tekst = \"x\" }]\n")).size() == 1);
  CHECK(trouble(goal("a", "geld = [{ deel = \"50%\" }]\n")).size() == 1);
  CHECK(trouble(goal("a", "geld = [{ tekst = \"x\", post = 1 }]\n")) ==
        Lines{"`post` goes with a project [verkeerde-waarde]"});
  CHECK(trouble(goal("a", "geld = [{ project = \"1\", deel = \"120%\" }]\n")) ==
        Lines{"a share of an amount is more than nothing, and at most 100% [verkeerde-waarde]"});
  CHECK(trouble(goal("a", "geld = [{ project = \"1\", bedrag = 5 }]\n")).size() == 1);
}

TEST_CASE("ten thousand goals in many files load in a moment") {
  std::map<std::string, std::string> files{{"plan.toml", head() + goal("g0")}};
  std::string text;
  for (int i = 1; i < 10'000; ++i) {
    text += goal("g" + std::to_string(i), "onder = \"g" + std::to_string(i / 8) + "\"\nzie = [\"g0\"]\n");
    if (i % 500 != 0) continue;
    files["doelen/" + std::to_string(i) + ".toml"] = text;
    text.clear();
  }
  files["doelen/rest.toml"] = text;
  const TempPlan folder(files);
  const LoadedPlan loaded = load_plan(folder.path());
  CHECK(loaded.findings.empty());
  CHECK(loaded.plan.doelen_outside_in.size() == 10'000);
}

// --- changes ---

namespace {

const std::string small_goals =
    head() + line("a") + project("1") + lasten("2025 = 100") + post("lasten = { 2025 = 5 }", "Huur") +
    goal("a",
         "streef = [{ minimaal = 80, eenheid = \"%\", jaar = 2026 }]\ngeld = [{ project = \"1\", post = \"Huur\" }]\n");

Run goals_with(const std::string& changes) {
  const TempPlan folder({{"plan.toml", small_goals}, {"proef.toml", "[scenario]\nnaam = \"Proef\"\n" + changes}});
  return run_saldo({"goals", folder.file("plan.toml"), "--scenario", folder.file("proef.toml"), "--format", "csv"});
}

}  // namespace

TEST_CASE("a change sets a target of a goal, and contradicting itself is told") {
  CHECK(has(goals_with("[[wijziging]]\ndoel = \"a\"\nminimaal = 85\n").out, "minimaal 85%"));
  CHECK(has(goals_with("[[wijziging]]\ndoel = \"a\"\nstreef = 1\nmaximaal = 70\njaar = 2027\n").out, "maximaal 70%"));
  CHECK(has(goals_with("[[wijziging]]\ndoel = \"a\"\nstreef = 2\nminimaal = 85\n").err, "has no target with nr 2"));
  CHECK(has(goals_with("[[wijziging]]\ndoel = \"aa\"\nminimaal = 85\n").err, "there is no doel `aa`"));
  CHECK(has(goals_with("[[wijziging]]\ndoel = \"a\"\nlasten = { 2025 = 1 }\n").err, "has no key `lasten`"));
  const std::string set = "[[wijziging]]\ndoel = \"a\"\nminimaal = ";
  CHECK(goals_with(set + "85\n" + set + "85\n").code == 0);
  CHECK(has(goals_with(set + "85\n" + set + "90\n").err, "wijziging-tegenstrijdig"));
}

TEST_CASE("a post that a change takes out is no mistake of the goal that names it") {
  const std::string change = "[[wijziging]]\nproject = \"1\"\npost = \"Huur\"\nvervalt = true\n";
  const Run run = goals_with(change);
  CHECK(run.err == "");
  CHECK(run.code == 0);
  const std::string project = "[[wijziging]]\nproject = \"1\"\nvervalt = true\n";
  CHECK(goals_with(project).code == 0);
  const TempPlan folder({{"plan.toml", small_goals}, {"proef.toml", "[scenario]\nnaam = \"Proef\"\n" + change}});
  CHECK(
      has(run_saldo({"goal", folder.file("plan.toml"), "a", "--scenario", folder.file("proef.toml")}).out, "vervalt"));
}
