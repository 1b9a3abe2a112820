// Changes of a plan: what each operation does to the amounts of a post, what is told when it cannot, and the laws that
// hold for any plan.
#include <algorithm>
#include <set>
#include <sstream>
#include <thread>

#include "base/say.h"
#include "calc/wijziging/apply.h"
#include "calc/wijziging/work_out.h"
#include "plan/plan_files.h"
#include "support/catch.h"
#include "support/random_plan.h"
#include "support/small_plan.h"

using namespace saldo;

namespace {

const std::string two_indexes =
    "[index]\nloon = 10.0\nprijs = { 2026 = 5.0 }\nmix = { loon = \"1/2\", prijs = \"1/2\" }\n\n";

// A plan of one project, 1, in line a, with these posts.
std::string plan_with(const std::string& posts) {
  return head() + two_indexes + line("a") + line("b") + project("1", "budget = 1000") + posts;
}

std::string scenario(const std::string& changes) { return "[scenario]\nnaam = \"Proef\"\n\n" + changes; }

std::string change(const std::string& keys) { return "[[wijziging]]\n" + keys + "\n"; }

struct Changed {
  PlanBase base;
  Worked worked;
  Findings findings;
};

Changed with_scenarios(const std::string& plan, const std::vector<std::string>& scenarios,
                       const std::vector<std::string>& sets = {}) {
  std::map<std::string, std::string> texts{{"plan.toml", plan}};
  for (std::size_t i = 0; i < scenarios.size(); ++i) texts["s" + std::to_string(i) + ".toml"] = scenarios[i];
  const TempPlan files(texts);
  Changed changed{load_base(files.file("plan.toml")), {}, {}};
  ChangeList changes = adopted_changes(changed.base);
  std::vector<Scenario> loaded;
  for (std::size_t i = 0; i < scenarios.size(); ++i)
    loaded.push_back(load_scenario(changed.base, files.file("s" + std::to_string(i) + ".toml")));
  changes.add({});
  for (const Scenario& one : loaded) changes.add_to_layer(one.wijzigingen);
  std::vector<Wijziging> on_the_fly;
  for (const std::string& set : sets) on_the_fly.push_back(std::get<Wijziging>(read_set(changed.base, set)));
  changes.add(on_the_fly);
  changed.findings = work_out(changed.base, changes, changed.worked);
  return changed;
}

std::string tell_side(const Changed& changed, const Project& project, std::size_t post, Direction direction) {
  std::vector<Amount> amounts;
  for (std::size_t y = 0; y < changed.worked.plan.years.size(); ++y)
    amounts.push_back(changed.worked.amounts.at(project, post, direction, y));
  return tell(amounts);
}

// "1: - - - - | 100 110 121 133" for every post of project 1: baten, then lasten; or what was found.
Lines after(const std::string& posts, const std::string& changes, const std::vector<std::string>& sets = {}) {
  const Changed changed = with_scenarios(plan_with(posts), {scenario(changes)}, sets);
  Lines lines;
  for (const Diagnostic& finding : changed.findings)
    lines.push_back(std::to_string(finding.place.line) + ": " + to_text(finding.message) + " [" +
                    std::string(info(finding.rule).id) + "]");
  if (!changed.findings.empty() || changed.worked.plan.projects.empty()) return lines;
  const Project& project = changed.worked.plan.projects.front();
  for (std::size_t post = 0; post < project.posts.size(); ++post)
    lines.push_back(project.posts[post].nr + ": " + tell_side(changed, project, post, Direction::baten) + " | " +
                    tell_side(changed, project, post, Direction::lasten));
  return lines;
}

const std::string of_post_1 = "project = \"1\"\npost = 1\n";

Lines after_one(const std::string& posts, const std::string& keys) { return after(posts, change(of_post_1 + keys)); }

}  // namespace

TEST_CASE("a change sets years as the post itself would") {
  const std::string years = lasten("2025 = 100, 2027 = 300");
  CHECK(after_one(years, "lasten = { 2025 = 0, 2026 = \"PM\" }") == Lines{"1: - - - - | 0 PM 300 -"});
  CHECK(after_one(years, "baten = { 2028 = \"1.234,56\" }") == Lines{"1: - - - 1.234,56 | 100 - 300 -"});
  CHECK(after_one(lasten("2025 = \"PM\", 2026 = \"PM\""), "lasten = { 2026 = 5 }") == Lines{"1: - - - - | PM 5 - -"});
  CHECK(after_one(years, "lasten = { 2028 = \"sluitpost\" }") == Lines{"1: - - - - | 100 - 300 600"});
  const std::string grows = post("lasten = { 2025 = 100 }\nindex = \"loon\"");
  CHECK(after_one(grows, "lasten = { 2026 = 200 }") == Lines{"1: - - - - | 100 200 220 242"});
  CHECK(after_one(grows, "index = \"mix\"\nlasten = { 2027 = 0, 2028 = 0 }") == Lines{"1: - - - - | 100 107,50 0 0"});
}

TEST_CASE("a change of a total keeps the years, one of a year keeps the other parts") {
  const std::string parts = baten("totaal = 1_000, 2025 = \"80%\", 2027 = \"20%\"");
  CHECK(after_one(parts, "baten = { totaal = 2_000 }") == Lines{"1: 1.600 - 400 - | - - - -"});
  CHECK(after_one(parts, "baten = { 2025 = 0 }") == Lines{"1: 0 - 200 - | - - - -"});
  CHECK(after_one(parts, "baten = { 2025 = 0, 2027 = 0 }") == Lines{"1: 0 - 0 - | - - - -"});
  CHECK(after_one(parts, "baten = { totaal = 100, 2026 = \"1/2\", 2028 = \"1/2\" }") ==
        Lines{"1: - 50 - 50 | - - - -"});
  CHECK(after_one(lasten("2025 = 1"), "lasten = { totaal = 2_000 }") ==
        Lines{"7: this total is not divided over any year [delen]"});
  const std::string percent = lasten("2025 = 100, 2026 = 200") + lasten("percentage = 10, over = 1");
  CHECK(after(percent, change("project = \"1\"\npost = 2\nlasten = { percentage = 20 }")) ==
        Lines{"1: - - - - | 100 200 - -", "2: - - - - | 20 40 - -"});
  CHECK(after(percent, change("project = \"1\"\npost = 2\nlasten = { 2026 = 0 }")) ==
        Lines{"1: - - - - | 100 200 - -", "2: - - - - | 10 0 - -"});
}

TEST_CASE("a change of a percentage keeps the side it is of, or names another") {
  const std::string costs = lasten("2025 = 100, 2026 = 200") + baten("2025 = 30");
  const std::string of_costs = costs + baten("percentage = 50, over = \"1..2\", kant = \"lasten\"");
  const auto changed = [&](const std::string& plan, const std::string& keys) {
    return after(plan, change("project = \"1\"\npost = 3\nbaten = { " + keys + " }")).back();
  };
  CHECK(changed(of_costs, "percentage = 60") == "3: 60 120 - - | - - - -");
  CHECK(changed(of_costs, "percentage = 60, over = 1") == "3: 60 120 - - | - - - -");
  CHECK(changed(of_costs, "percentage = 60, kant = \"baten\"") == "3: 18 - - - | - - - -");
  CHECK(changed(costs + baten("2025 = 7"), "percentage = 60, over = \"1..2\", kant = \"lasten\"") ==
        "3: 60 120 - - | - - - -");
  CHECK(changed(costs + baten("2025 = 7"), "percentage = 60, over = 1") ==
        "7: the posts of this percentage have no baten in any year, only lasten: `kant` says which are meant "
        "[ontbrekende-sleutel]");
  CHECK(after(of_costs, change("project = \"1\"\npost = 1\nschuif = 4")) ==
        Lines{"1: - - - - | - - - -", "2: 30 - - - | - - - -", "3: - - - - | - - - -"});
}

TEST_CASE("plus and maal work on what is written, and what is derived follows") {
  const std::string grows = post("lasten = { 2025 = 100 }\nindex = \"loon\"\nafronding = 1");
  CHECK(after_one(grows, "plus = 100") == Lines{"1: - - - - | 200 220 242 266"});
  CHECK(after_one(grows, "maal = 1.5") == Lines{"1: - - - - | 150 165 182 200"});
  const std::string years = lasten("2025 = 100, 2026 = \"PM\", 2027 = 300");
  CHECK(after_one(years, "plus = { 2027 = -50.25 }") == Lines{"1: - - - - | 100 PM 249,75 -"});
  CHECK(after_one(years, "maal = { 2025 = \"110%\" }") == Lines{"1: - - - - | 110 PM 300 -"});
  const std::string parts = baten("totaal = 1_000, 2025 = \"80%\", 2027 = \"20%\"");
  CHECK(after_one(parts, "maal = 0.5") == Lines{"1: 400 - 100 - | - - - -"});
  CHECK(after_one(parts, "plus = { 2027 = 5 }") == Lines{"1: 800 - 205 - | - - - -"});
  const std::string both = post("baten = { 2025 = 10 }\nlasten = { 2025 = 20 }");
  CHECK(after_one(both, "maal = 2") == Lines{"1: 20 - - - | 40 - - -"});
  CHECK(after_one(both, "maal = 2\nkant = \"lasten\"") == Lines{"1: 10 - - - | 40 - - -"});
  CHECK(after(both + lasten("2026 = 1"), change("project = \"1\"\nmaal = 3")) ==
        Lines{"1: 30 - - - | 60 - - -", "2: - - - - | - 3 - -"});
  CHECK(after(both, change("programmalijn = \"a\"\nmaal = 3")) == Lines{"1: 30 - - - | 60 - - -"});
  CHECK(after_one(years, "plus = { 2026 = 5 }") ==
        Lines{"7: post 1 of 1 has no written amount in 2026 to change [wijziging-raakt-niets]"});
  CHECK(after_one(years, "plus = { 2030 = 5 }") ==
        Lines{"7: 2030 is outside the plan, which runs from 2025 to 2028 [jaar-buiten-plan]"});
  CHECK(after_one(lasten("2025 = \"PM\""), "maal = 2") ==
        Lines{"7: post 1 of 1 has no written amount for `maal` to change [wijziging-raakt-niets]"});
}

TEST_CASE("schuif moves whole years, or a part of each") {
  const std::string years = lasten("2025 = 100, 2026 = 201, 2027 = \"PM\"");
  CHECK(after_one(years, "schuif = 1") == Lines{"1: - - - - | - 100 201 PM"});
  CHECK(after_one(years, "schuif = \"6/12\"") == Lines{"1: - - - - | 50 150,50 100,50 PM"});
  CHECK(after_one(lasten("2026 = 100"), "schuif = \"-1/4\"") == Lines{"1: - - - - | 25 75 - -"});
  const std::string parts = baten("totaal = 1_000, 2025 = \"80%\", 2027 = \"20%\"");
  CHECK(after_one(parts, "schuif = 1") == Lines{"1: - 800 - 200 | - - - -"});
  CHECK(after_one(parts, "schuif = \"1/2\"") == Lines{"1: 400 400 100 100 | - - - -"});
  CHECK(after_one(post("lasten = { 2025 = 100 }\nindex = \"loon\""), "schuif = 1") ==
        Lines{"1: - - - - | - 100 110 121"});
  CHECK(after_one(post("lasten = { 2025 = 100 }\nindex = \"loon\""), "schuif = \"1/2\"") ==
        Lines{"7: post 1 of 1 follows its index, so no part of a year can move to the next [verkeerde-waarde]"});
}

TEST_CASE("what a schuif takes out of the plan is told with its amount, and stops nothing") {
  const auto told = [](const std::string& posts, const std::string& keys) {
    const Changed changed = with_scenarios(plan_with(posts), {scenario(change(of_post_1 + keys))});
    REQUIRE(changed.findings.empty());
    Lines lines;
    for (const ShiftedOut& out : changed.worked.plan.shifted_out)
      lines.push_back(word(out.year) + " " + word(out.amount) + " " + std::to_string(out.place.line));
    return lines;
  };
  CHECK(told(lasten("2027 = 5, 2028 = 7"), "schuif = 2") == Lines{"2029 5 7", "2030 7 7"});
  CHECK(told(lasten("2027 = 5, 2028 = 7"), "schuif = 1") == Lines{"2029 7 7"});
  CHECK(told(lasten("2027 = 5, 2028 = 7"), "schuif = \"1/2\"") == Lines{"2029 3,50 7"});
  CHECK(told(baten("totaal = 10, 2025 = \"80%\", 2028 = \"20%\""), "schuif = -1") == Lines{"2024 8 7"});
  CHECK(told(lasten("2027 = 5"), "schuif = 1") == Lines{});
}

TEST_CASE("a kasschuif moves money between years and changes no total") {
  CHECK(after_one(lasten("2025 = 100"), "kasschuif = { van = 2025, naar = 2026, bedrag = 40 }") ==
        Lines{"1: - - - - | 60 40 - -"});
  CHECK(after_one(lasten("2025 = 100, 2026 = 5"), "kasschuif = { van = 2026, naar = 2025, bedrag = 5 }") ==
        Lines{"1: - - - - | 105 0 - -"});
  CHECK(after_one(lasten("2025 = 100"), "kasschuif = { van = 2026, naar = 2025, bedrag = 5 }") ==
        Lines{"7: post 1 of 1 has no written amount in 2026 to change [wijziging-raakt-niets]"});
  CHECK(after_one(lasten("2025 = 100"), "kasschuif = { van = 2025, naar = 2029, bedrag = 5 }") ==
        Lines{"7: 2029 is outside the plan, which runs from 2025 to 2028 [jaar-buiten-plan]"});
}

TEST_CASE("posts and projects come and go, and what is over them or points at them follows") {
  const std::string posts =
      lasten("2025 = 1") + lasten("2025 = 10") + lasten("2025 = 100") + lasten("percentage = 100, over = \"1..3\"");
  CHECK(after(posts, change("project = \"1\"\npost = 1\nvervalt = true")) ==
        Lines{"2: - - - - | 10 - - -", "3: - - - - | 100 - - -", "4: - - - - | 110 - - -"});
  CHECK(after(posts, change("project = \"1\"\npost = 3\nvervalt = true")) ==
        Lines{"1: - - - - | 1 - - -", "2: - - - - | 10 - - -", "4: - - - - | 11 - - -"});
  CHECK(after(lasten("2025 = 8"), change("project = \"1\"\n[[wijziging.nieuwe_post]]\nnaam = \"Nieuw\"\n"
                                         "lasten = { percentage = 50, over = 1 }\n")) ==
        Lines{"1: - - - - | 8 - - -", "2: - - - - | 4 - - -"});
  const Changed with_project = with_scenarios(
      plan_with(lasten("2025 = 1")),
      {scenario(
          change("[[wijziging.nieuw_project]]\nnr = \"2\"\nnaam = \"Twee\"\nprogrammalijn = \"b\"\n"
                 "[[wijziging.nieuw_project.post]]\nnaam = \"Post\"\nlasten = { 2025 = 7 }\nindex = \"loon\"\n"))});
  REQUIRE(with_project.findings.empty());
  REQUIRE(with_project.worked.plan.projects.size() == 2);
  CHECK(tell_side(with_project, with_project.worked.plan.projects[1], 0, Direction::lasten) == "7 7,70 8,47 9,32");
  const Changed without =
      with_scenarios(plan_with(lasten("2025 = 1")), {scenario(change("programmalijn = \"a\"\nvervalt = true"))});
  CHECK(without.findings.empty());
  CHECK(without.worked.plan.projects.empty());
  CHECK(without.worked.plan.lines.size() == 1);
}

TEST_CASE("indexes and settings change") {
  const std::string grows = post("lasten = { 2025 = 100 }\nindex = \"loon\"");
  CHECK(after(grows, change("index = \"loon\"\npercentage = 20")) == Lines{"1: - - - - | 100 120 144 172,80"});
  CHECK(after(grows, change("index = \"loon\"\npercentage = { 2026 = 0 }")) == Lines{"1: - - - - | 100 100 110 121"});
  CHECK(after(grows, change("index = \"loon\"\nplus = -10")) == Lines{"1: - - - - | 100 100 100 100"});
  CHECK(after(grows, change("index = \"loon\"\nmaal = { 2028 = 2 }")) == Lines{"1: - - - - | 100 110 121 145,20"});
  CHECK(after(grows, change("index = \"mix\"\nplus = 1")) ==
        Lines{"6: index `mix` is a blend of others and has no rates of its own [wijziging-raakt-niets]"});
  CHECK(after(grows, change("afronding = 100")) == Lines{"1: - - - - | 100 100 100 100"});
  CHECK(after(grows, change("project = \"1\"\neinde = 2026")) == Lines{"1: - - - - | 100 110 - -"});
  const Changed settings = with_scenarios(
      plan_with(grows), {scenario(change("project = \"1\"\nnaam = \"Anders\"\nprogrammalijn = \"b\"\nbudget = 5\n"))});
  REQUIRE(settings.findings.empty());
  CHECK(settings.worked.plan.projects[0].naam == "Anders");
  CHECK(word(settings.worked.plan.projects[0].budget) == "5");
  CHECK(position(*settings.worked.plan.projects[0].programmalijn.id) == 1);
}

TEST_CASE("on the command line --set writes an amount, a budget or a rate") {
  const std::string grows = post("lasten = { 2025 = 100 }\nindex = \"loon\"");
  CHECK(after(grows, "", {"1/1/2026=0"}) == Lines{"1: - - - - | 100 0 0 0"});
  CHECK(after(grows, "", {"1/Post/2026=PM"}) == Lines{"1: - - - - | 100 PM PM PM"});
  CHECK(after(grows, "", {"1/1/baten/2027=1.000"}) == Lines{"1: - - 1.000 1.100 | 100 110 121 133,10"});
  CHECK(after(grows, "", {"index.loon=0"}) == Lines{"1: - - - - | 100 100 100 100"});
  CHECK(after(grows, "", {"index.loon/2026=2,5"}) == Lines{"1: - - - - | 100 102,50 112,75 124,03"});
  CHECK(after(grows, change("index = \"loon\"\npercentage = 20"), {"index.loon=0"}) ==
        Lines{"1: - - - - | 100 100 100 100"});
  PlanBase base;
  for (const char* wrong : {"", "=", "1/1/2025", "1/1=5", "1=5", "index.loon", "index.=4", "index.loon=x", "1/1/2025=x",
                            "1/1/25=5", "/1/2025=5", "1//2025=5", "index.loon=-100"}) {
    INFO(wrong);
    CHECK(std::holds_alternative<Message>(read_set(base, wrong)));
  }
}

TEST_CASE("two changes that contradict each other are told, in one scenario and across them") {
  const std::string one = lasten("2025 = 100") + lasten("2026 = 5");
  const std::string to_5 = change(of_post_1 + "lasten = { 2025 = 5 }");
  const std::string to_6 = change(of_post_1 + "lasten = { 2025 = 6 }");
  const std::string drop = change(of_post_1 + "vervalt = true");
  CHECK(after(one, to_5 + to_6) ==
        Lines{"11: another change makes 1/1/lasten/2025 something else [wijziging-tegenstrijdig]"});
  CHECK(after(one, to_5 + to_5) == Lines{"1: - - - - | 5 - - -", "2: - - - - | - 5 - -"});
  CHECK(after(one, to_5 + drop) == Lines{"11: another change counts on what vervalt here [wijziging-tegenstrijdig]"});
  CHECK(after(one, drop + to_5) == Lines{"10: what changes here is no longer there [wijziging-tegenstrijdig]"});
  CHECK(after(one, drop + drop) == Lines{"2: - - - - | - 5 - -"});
  CHECK(rule_ids(with_scenarios(plan_with(one), {scenario(to_5), scenario(to_6)}).findings) ==
        Lines{"wijziging-tegenstrijdig"});
  // Decisions follow on each other, and what is typed now counts last.
  const std::string adopted =
      "[[begrotingswijziging]]\nnr = 2\ndatum = 2025-09-01\nwijziging = [{ project = \"1\", post = 1, lasten = { 2025 "
      "= 7 } }]\n"
      "[[begrotingswijziging]]\nnr = 1\ndatum = 2025-03-01\nwijziging = [{ project = \"1\", post = 1, lasten = { 2025 "
      "= 8 } }]\n";
  const auto amount = [&](const std::vector<std::string>& scenarios, const std::vector<std::string>& sets) {
    const Changed changed = with_scenarios(plan_with(one) + adopted, scenarios, sets);
    REQUIRE(changed.findings.empty());
    return word(changed.worked.amounts.at(changed.worked.plan.projects[0], 0, Direction::lasten, 0));
  };
  CHECK(amount({}, {}) == "7");
  CHECK(amount({scenario(to_5)}, {}) == "5");
  CHECK(amount({scenario(to_5)}, {"1/1/2025=1"}) == "1");
}

TEST_CASE("a change may not leave a post that cannot be worked out") {
  CHECK(after_one(lasten("2025 = 1"), "lasten = { 2025 = \"spiegel\" }") ==
        Lines{"7: a spiegel among the lasten takes what another project receives, and none is named [spiegel]"});
  CHECK(after_one(lasten("2025 = 1"), "lasten = { 2025 = \"onderbouwing\" }") ==
        Lines{"7: post 1 has no `onderbouwing` to take this amount from [ontbrekende-sleutel]"});
  CHECK(after(lasten("2025 = 1"),
              change(of_post_1 + "lasten = { 2025 = \"onderbouwing\" }") + change(of_post_1 + "plus = 5")) ==
        Lines{"7: post 1 has no `onderbouwing` to take this amount from [ontbrekende-sleutel]"});
  CHECK(after_one(lasten("2025 = 1") + lasten("2025 = \"sluitpost\""), "lasten = { 2025 = \"sluitpost\" }").size() ==
        1);
}

namespace {

const Shape& key_of(const Shape& table, std::string_view key) {
  const Shape& inner = table.elements.empty() ? table : table.elements.front();
  return *std::find_if(inner.keys.begin(), inner.keys.end(), [key](const Shape& shape) { return shape.key == key; });
}

}  // namespace

TEST_CASE("what is not sure of a post goes where its post goes, and can be changed") {
  const auto post = [](const std::string& keys) {
    return "[[project.post]]\nnaam = \"P" + keys.substr(0, 4) + "\"\nbaten = { 2025 = 100 }\n" + keys + "\n";
  };
  const std::string plan = plan_with(post("") + post("kans = 0.5\n") + post("kans = 0.8\nsamen_met = \"rijk\"\n") +
                                     post("samen_met = \"rijk\"\n"));
  const auto unsure = [&](const std::string& changes) {
    const Changed changed = with_scenarios(plan, {scenario(changes)});
    CHECK(rule_ids(changed.findings) == Lines{});
    Lines lines;
    for (const Onzekerheid& one : changed.worked.plan.projects[0].onzekerheden)
      lines.push_back(changed.worked.plan.projects[0].posts[one.post].nr + " " + (one.kans ? to_text(*one.kans) : "-") +
                      " " + one.samen_met);
    return lines;
  };
  const std::string of_post = "project = \"1\"\npost = ";
  CHECK(unsure(change(of_post + "1\nmaal = 2")) == Lines{"2 1/2 ", "3 4/5 rijk", "4 4/5 rijk"});
  CHECK(unsure(change(of_post + "1\nvervalt = true")) == Lines{"2 1/2 ", "3 4/5 rijk", "4 4/5 rijk"});
  CHECK(unsure(change(of_post + "2\nvervalt = true")) == Lines{"3 4/5 rijk", "4 4/5 rijk"});
  CHECK(unsure(change(of_post + "3\nkans = 0.25")) == Lines{"2 1/2 ", "3 1/4 rijk", "4 1/4 rijk"});
  CHECK(unsure(change(of_post + "1\nkans = 1")) == Lines{"1 1 ", "2 1/2 ", "3 4/5 rijk", "4 4/5 rijk"});
  CHECK(
      unsure(change("project = \"1\"\nnieuwe_post = [{ nr = 5, naam = \"Nieuw\", baten = { 2025 = 1 }, kans = 0.1 }]"))
          .back() == "5 1/10 ");
  const Changed outside = with_scenarios(plan_with(post("bandbreedte = { min = 50, max = 150 }\n")),
                                         {scenario(change(of_post + "1\nbaten = { 2025 = 200 }"))});
  CHECK(rule_ids(outside.findings) == Lines{"bandbreedte"});
}

TEST_CASE("two changes of one layer may set a key alike, and not otherwise") {
  const auto told = [](const std::string& about, const std::string& one, const std::string& other) {
    const Changed changed = with_scenarios(plan_with(lasten("2025 = 1")) + project("2"),
                                           {scenario(change(about + one)), scenario(change(about + other))});
    return rule_ids(changed.findings);
  };
  const std::string of_project = "project = \"1\"\n", of_post = "project = \"1\"\npost = 1\n";
  const Lines contradicts{"wijziging-tegenstrijdig"};
  CHECK(told(of_project, "restant = \"meenemen\"", "restant = \"meenemen\"") == Lines{});
  CHECK(told(of_project, "restant = \"meenemen\"", "restant = \"terugbetalen\"") == contradicts);
  CHECK(told(of_project, "budget = 5", "budget = 5") == Lines{});
  CHECK(told(of_project, "budget = 5", "budget = 6") == contradicts);
  CHECK(told(of_post, "naar = \"2\"", "naar = \"2\"") == Lines{});
  CHECK(told(of_post, "naar = \"2\"", "naar = \"1\"") == contradicts);
  CHECK(told(of_post, "kans = 0.5", "kans = \"50%\"") == Lines{});
  CHECK(told(of_post, "kans = 0.5", "kans = 0.6") == contradicts);
}

TEST_CASE("the schema of a change has the keys that it takes for one thing or another, and no others") {
  std::set<std::string> taken;
  for (const char* about : {"", "index = \"loon\"\n", "programmalijn = \"a\"\n", "project = \"1\"\n",
                            "project = \"1\"\npost = 1\n", "doel = \"a\"\n"}) {
    const Changed changed = with_scenarios(plan_with(""), {scenario(change(about + std::string("xyzzyx = 1")))});
    REQUIRE(rule_ids(changed.findings) == Lines{"onbekende-sleutel"});
    const Word first = *changed.findings[0].help.words.begin();
    std::istringstream keys(first.text);
    for (std::string key; std::getline(keys >> std::ws, key, ',');) taken.insert(key);
  }
  std::set<std::string> told;
  const Shape format = plan_format();
  for (const Shape& key : key_of(format, "wijziging").elements.at(0).keys) told.emplace(key.key);
  CHECK(told == taken);
  CHECK(told.contains("kasschuif"));
}

TEST_CASE("a change gives a post another side of an overdracht, or a new one") {
  const std::string two = line("a") + project("1", "budget = 100") + sends("2", "2025 = 10, 2026 = 20") + project("2") +
                          receives("1", "2025 = \"spiegel\", 2026 = \"spiegel\"") + project("3") + baten("2026 = 5");
  const auto received = [&](const std::string& changes, std::size_t project) {
    const Changed changed = with_scenarios(head() + two, {scenario(changes)});
    INFO(changes);
    REQUIRE(rule_ids(changed.findings) == Lines{});
    return tell_side(changed, changed.worked.plan.projects[project], 0, Direction::baten);
  };
  CHECK(received("", 1) == "10 20 - -");
  CHECK(received(change("project = \"2\"\npost = 1\nvertraging = 1\nbaten = { 2025 = 0, 2027 = \"spiegel\" }"), 1) ==
        "0 10 20 -");
  CHECK(received(change("project = \"1\"\npost = 1\nnaar = \"3\"") +
                     change("project = \"2\"\npost = 1\nvervalt = true") +
                     change("project = \"3\"\npost = 1\nvan = \"1\"\nbaten = { 2026 = \"spiegel\" }"),
                 2) == "- 20 - -");
}

// --- laws ---

namespace {

struct Spot {
  std::string project;
  std::string post;
  Direction direction{};
  Year year;
};

// The years of posts for which an amount in euros is written and nothing is derived on that side.
std::vector<Spot> spots(const Plan& plan) {
  std::vector<Spot> found;
  for (const Project& project : plan.projects)
    for (const Post& post : project.posts)
      for (const Direction direction : {Direction::baten, Direction::lasten}) {
        if (post.side(direction).has_formula() || post.index != no_index) continue;
        for (const Term& term : post.side(direction).terms)
          if (term.kind == TermKind::amount && term.amount.is_money())
            found.push_back({project.nr, post.nr, direction, term.year});
      }
  return found;
}

std::string at(const Spot& spot) {
  return "project = \"" + spot.project + "\"\npost = \"" + spot.post + "\"\nkant = \"" +
         std::string(to_text(spot.direction)) + "\"\n";
}

std::string plus(const Spot& spot, const std::string& amount) {
  return change(at(spot) + "plus = { " + word(spot.year) + " = " + amount + " }");
}

std::vector<Money> counted(const Changed& changed) {
  std::vector<Money> all;
  for (std::size_t i = 0; changed.findings.empty() && i < changed.worked.amounts.size(); ++i)
    all.push_back(changed.worked.amounts[static_cast<CellId>(i)].counted());
  return all;
}

// Calls `law` with random plans that can be worked out and have such spots.
template <class Law>
void for_random_plans(Law law) {
  std::size_t tried = 0;
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    Dice dice(seed);
    const std::string text = random_plan(seed).text();
    const Changed base = with_scenarios(text, {scenario("")});
    INFO("seed " << seed);
    REQUIRE(base.findings.empty());
    const std::vector<Spot> all = spots(base.base.joined);
    if (all.size() < 2) continue;
    ++tried;
    law(text, base, all, dice);
  }
  CHECK(tried > 30);
}

}  // namespace

TEST_CASE("the empty scenario is the base") {
  for_random_plans([](const std::string& text, const Changed& base, const std::vector<Spot>&, Dice&) {
    CHECK(counted(with_scenarios(text, {})) == counted(base));
    CHECK(base.worked.plan.change_notes.empty());
  });
}

TEST_CASE("a change and its inverse are the base") {
  for_random_plans([](const std::string& text, const Changed& base, const std::vector<Spot>& all, Dice& dice) {
    const Spot& spot = dice.pick(all);
    const std::string amount = std::to_string(dice.between(1, 90'000));
    CHECK(counted(with_scenarios(text, {scenario(plus(spot, amount))})) != counted(base));
    CHECK(counted(with_scenarios(text, {scenario(plus(spot, amount) + plus(spot, "-" + amount))})) == counted(base));
  });
}

TEST_CASE("independent scenarios commute") {
  for_random_plans([](const std::string& text, const Changed&, const std::vector<Spot>& all, Dice& dice) {
    const Spot& a = all[dice.below(all.size() / 2)];
    const Spot& b = all[all.size() / 2 + dice.below(all.size() - all.size() / 2)];
    const std::string first = scenario(plus(a, "1234")), second = scenario(plus(b, "-55.5"));
    CHECK(counted(with_scenarios(text, {first, second})) == counted(with_scenarios(text, {second, first})));
  });
}

TEST_CASE("a kasschuif changes no total over the years of its post") {
  for_random_plans([](const std::string& text, const Changed& base, const std::vector<Spot>& all, Dice& dice) {
    const Spot& spot = dice.pick(all);
    const Year to = base.worked.plan.years.at(dice.below(base.worked.plan.years.size()));
    if (to == spot.year) return;
    const Project& project = base.worked.plan.project(*base.worked.plan.find_project(spot.project));
    std::size_t post = 0;
    while (project.posts[post].nr != spot.post) ++post;
    const Term* term = nullptr;
    for (const Term& other : project.posts[post].side(spot.direction).terms)
      if (other.year == to) term = &other;
    if (term != nullptr && term->kind != TermKind::amount) return;
    const Changed moved = with_scenarios(text, {scenario(change(at(spot) + "kasschuif = { van = " + word(spot.year) +
                                                                ", naar = " + word(to) + ", bedrag = 777 }"))});
    REQUIRE(moved.findings.empty());
    Money before, after;
    for (std::size_t y = 0; y < base.worked.plan.years.size(); ++y) {
      before += base.worked.amounts.at(project, post, spot.direction, y).counted();
      after += moved.worked.amounts.at(project, post, spot.direction, y).counted();
    }
    CHECK(before == after);
    CHECK(counted(moved) != counted(base));
  });
}

TEST_CASE("threads that share a base get what one thread gets") {
  PlanBase base = load_base(achterhoek());
  std::vector<Wijziging> rates;
  for (const char* set : {"index.loon=3", "index.loon=4", "index.loon=5", "3.16-pilot/budget=0"})
    rates.push_back(std::get<Wijziging>(read_set(base, set)));
  const auto lowest = [&base](const Wijziging& rate) {
    ChangeList changes;
    changes.add(std::span(&rate, 1));
    Worked worked;
    return work_out(base, changes, worked).empty() ? worked.balances.total.years.back().eindsaldo : Money();
  };
  std::vector<Money> alone, together(rates.size());
  for (const Wijziging& rate : rates) alone.push_back(lowest(rate));
  {
    std::vector<std::jthread> threads;
    for (std::size_t i = 0; i < rates.size(); ++i)
      threads.emplace_back([&, i] {
        for (int round = 0; round < 20; ++round) together[i] = lowest(rates[i]);
      });
  }
  CHECK(together == alone);
  CHECK(alone[0] != alone[1]);
}

// Printed in whole euros: 9.565.928, 1.246.341 and 1.428.665.
TEST_CASE("the scenario `zoals gedrukt` gives the totals of tables 3 and 4, but for what 3.2 has after 2025") {
  const Run run =
      run_saldo({"table", achterhoek(), "--scenario", SALDO_SOURCE_DIR "/examples/scenarios/zoals-gedrukt.toml",
                 "--format", "csv", "--years", "2025-2026"});
  CHECK(run.code == 0);
  const auto rows = read_csv(run.out);
  const std::vector<std::string>& total = rows.back();
  CHECK(total == std::vector<std::string>{"totaal", "Totaal", "3665827.00", "7146442.00", "9565928.43", "-2419486.43",
                                          "1246340.57", "2786582.00", "2604258.00", "182324.00", "1428664.57"});
}
