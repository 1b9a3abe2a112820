// Budget that is carried over from a closed year: what may come along, how long, and no more than was left.
#include <algorithm>

#include "support/catch.h"
#include "support/marked_plan.h"
#include "support/small_plan.h"

using namespace saldo;

namespace {

std::string carries(const std::string& keys, const std::string& nr = "1") {
  return "[[begrotingswijziging]]\nnr = " + nr + "\ndatum = 2026-07-0" + nr +
         "\n[[begrotingswijziging.wijziging]]\nproject = \"2\"\n" + keys + "\n";
}

std::string carried(const std::string& plus, const std::string& from = "2025", const std::string& nr = "1") {
  return carries("post = 2\nplus = { " + plus + " }\noverheveling = " + from, nr);
}

std::string closed(const std::string& year, const std::string& amount) {
  return "[[afsluiting]]\njaar = " + year +
         "\nstand = \"voorlopig\"\n[[afsluiting.project]]\nnr = \"2\"\n[[afsluiting.project.post]]\nnr = 1\nlasten = "
         "0\n[[afsluiting.project.post]]\nnr = 2\nlasten = " +
         amount + "\n";
}

// The second post of the second project has 500 a year until 2027.
std::string plan_of(const std::string& changes, const std::string& keys = "", const std::string& jaareinde = "",
                    const std::string& of_project = "") {
  return head(jaareinde) + line("a") + project("1") + project("2", "budget = 9_000\n" + of_project) +
         lasten("2025 = 1, 2026 = 1") + post("lasten = { 2025 = 500, 2026 = 500, 2027 = 500 }\n" + keys) + changes;
}

// What is found by this rule, in a line each.
Lines found(const std::string& rule, const std::string& text) {
  Lines lines = all_found(text);
  std::erase_if(lines, [&](const std::string& one) { return one.find("[" + rule + "]") == std::string::npos; });
  return lines;
}

bool tells(const Lines& lines, const std::string& words) {
  return lines.size() == 1 && lines[0].find(words) != std::string::npos;
}

std::string years_of(const std::string& text) {
  const TempPlan files({{"plan.toml", text}});
  const Run run = run_saldo({"table", files.path(), "--tidy", "--format", "csv"});
  std::string told;
  for (const auto& row : read_csv(run.out))
    if (row[1] == "2" && row[2] == "2") told += (told.empty() ? "" : " ") + row[6];
  return told;
}

}  // namespace

TEST_CASE("what is carried over comes on top of the lasten of that year, also where there were none") {
  CHECK(years_of(plan_of(carried("2026 = 12.50"))) == "500.00 512.50 500.00");
  CHECK(years_of(plan_of(carried("2028 = 12.50"))) == "500.00 500.00 500.00 12.50");
  CHECK(years_of(plan_of(carried("2026 = 3"), "baten = { 2026 = 70 }\n")) == "500.00 503.00 500.00");
}

TEST_CASE("overheveling says of a plus on lasten which year it comes from") {
  const auto told = [](const std::string& keys) { return found("verkeerde-waarde", plan_of(carries(keys))); };
  CHECK(tells(told("post = 2\nmaal = 1.5\noverheveling = 2025"), "`overheveling` goes with plus on a post"));
  CHECK(tells(told("budget = 5\noverheveling = 2025"), "`overheveling` goes with plus on a post"));
  CHECK(tells(told("post = 2\nkant = \"baten\"\nplus = { 2026 = 5 }\noverheveling = 2025"), "only lasten are carried"));
  CHECK(tells(told("post = 2\nplus = 5\noverheveling = 2025"), "help: write plus = { 2026 = 5 }"));
  CHECK(tells(told("post = 2\nplus = { 2025 = 5 }\noverheveling = 2025"), "spent in a later year, and this is 2025"));
  CHECK(told("post = 2\nplus = { 2026 = 5 }\noverheveling = 2025").empty());
  const Lines outside = found("jaar-buiten-plan", plan_of(carried("2029 = 5")));
  CHECK(tells(outside, "2029 is outside the plan"));
}

TEST_CASE("beside an amount that follows from others, or is PM, what is carried over is a post of its own") {
  const auto posts = [](const std::string& post_, const std::string& changes) {
    const TempPlan files({{"plan.toml", head("[index]\nloon = 10\n") + line("a") + project("2", "budget = 9_000") +
                                            lasten("2025 = 10, 2026 = 10") + post_ + changes}});
    const Run run = run_saldo({"table", files.path(), "--tidy", "--format", "csv"});
    INFO(run.err);
    CHECK(run.code == 0);
    std::string told;
    for (const auto& row : read_csv(run.out))
      if (row[1] == "2" && row[2].starts_with("2")) told += (told.empty() ? "" : " ") + row[2] + ":" + row[6];
    return told;
  };
  const std::string indexed = post("lasten = { 2025 = 100 }\nindex = \"loon\"\n");
  CHECK(posts(indexed, carried("2026 = 5")) == "2:100.00 2:110.00 2:121.00 2:133.10 2 uit 2025:5.00");
  CHECK(posts(indexed, carried("2026 = 5") + carried("2027 = 4, 2026 = 1", "2025", "2")) ==
        "2:100.00 2:110.00 2:121.00 2:133.10 2 uit 2025:6.00 2 uit 2025:4.00");
  CHECK(posts(post("lasten = { percentage = 10, over = 1 }\n"), carried("2026 = 5")) ==
        "2:1.00 2:1.00 2 uit 2025:5.00");
  CHECK(posts(post("lasten = { 2026 = \"PM\" }\n"), carried("2026 = 5")) == "2:PM 2 uit 2025:5.00");
  CHECK(posts(post("lasten = { totaal = 10, 2025 = \"50%\", 2026 = \"50%\" }\n"), carried("2026 = 5")) ==
        "2:5.00 2:5.00 2 uit 2025:5.00");
  const std::string typed = post("lasten = { 2025 = 100, 2026 = 110, 2027 = 121 }\nindex = \"loon\"\n");
  CHECK(found("index-afwijking", head("[index]\nloon = 10\n") + line("a") + project("2", "budget = 9_000") +
                                     lasten("2025 = 10") + typed + carried("2026 = 5"))
            .empty());
}

TEST_CASE("structural budget that is carried over is told, unless the plan lets it") {
  const auto told = [](const std::string& keys, const std::string& jaareinde) {
    return found("restant-structureel", plan_of(carried("2026 = 5"), keys, jaareinde));
  };
  const std::string structural = "structureel = true\n";
  CHECK(tells(told(structural, ""), "warning: 5 of 2/2 lasten 2025 is carried over to 2026"));
  CHECK(told("", "").empty());
  CHECK(told(structural, "[jaareinde]\noverheveling = { minimaal = 1 }\n").size() == 1);
  CHECK(told(structural, "[jaareinde]\noverheveling = { soort = \"alle\" }\n").empty());
  CHECK(told(structural, "[jaareinde]\noverheveling = { soort = \"structureel\" }\n").empty());
}

TEST_CASE("what is carried over may be spent for as many years as was agreed") {
  const auto told = [](const std::string& plus, const std::string& rules_) {
    return found("restant-verlopen", plan_of(carried(plus), "", rules_));
  };
  const std::string one = "[jaareinde]\noverheveling = { minimaal = 1 }\n";
  const std::string two = "[jaareinde]\noverheveling = { jaren = 2 }\n";
  CHECK(told("2026 = 5", one).empty());
  CHECK(tells(told("2026 = 5, 2027 = 4", one), "error: 4 of 2/2 lasten 2025 is carried over to 2027, but it may be"));
  CHECK(told("2027 = 5", two).empty());
  CHECK(told("2028 = 5", two).size() == 1);
  CHECK(told("2028 = 5", "").empty());  // nothing was agreed
}

TEST_CASE("no more is carried over than was left, however it is divided") {
  const auto told = [](const std::string& changes) { return found("overheveling-dubbel", plan_of(changes)); };
  const std::string left = closed("2025", "480.50");  // 19,50
  CHECK(told(left + carried("2026 = 19.50")).empty());
  CHECK(tells(told(left + carried("2026 = 19.51")), "error: 19,51 of 2/2 lasten 2025 is carried over, but 19,50"));
  CHECK(told(left + carried("2026 = 10") + carried("2027 = 9.50", "2025", "2")).empty());
  const Lines twice = told(left + carried("2026 = 10") + carried("2027 = 9.51", "2025", "2"));
  CHECK(tells(twice, "10 is carried over here as well"));
  CHECK(tells(twice, "help: carry over 19,50 or less, all together"));
  CHECK(tells(told(closed("2025", "510") + carried("2026 = 1")), "help: carry nothing over"));
}

TEST_CASE("of a later year, and of one that is open, the same is asked") {
  const auto told = [](const std::string& changes) { return found("overheveling-dubbel", plan_of(changes)); };
  const std::string two_years = closed("2025", "500") + closed("2026", "450");
  CHECK(told(two_years + carried("2027 = 50", "2026")).empty());
  CHECK(
      tells(told(two_years + carried("2027 = 51", "2026")), "51 of 2/2 lasten 2026 is carried over, but 50 was left"));
  CHECK(told(carried("2027 = 500", "2026")).empty());
  CHECK(told(carried("2027 = 501", "2026")).size() == 1);
  CHECK(told(carried("2026 = 99_000", "2024")).empty());  // of before the plan nothing is known
}

TEST_CASE("a euro that a kasschuif or the end of a project took is not carried over as well") {
  const std::string kasschuif =
      "[[begrotingswijziging]]\nnr = 3\ndatum = 2025-11-01\n[[begrotingswijziging.wijziging]]\nproject = \"2\"\npost = "
      "2\nkasschuif = { van = 2025, naar = 2026, bedrag = 15 }\n";
  const Lines moved = found("overheveling-dubbel", plan_of(closed("2025", "480") + kasschuif + carried("2026 = 20")));
  CHECK(tells(moved, "20 of 2/2 lasten 2025 is carried over, but 5 was left of it"));
  CHECK(tells(moved, "a kasschuif changes the budget of 2025 here"));
  const auto ended = [](const std::string& restant) {
    return found("overheveling-dubbel", plan_of(closed("2025", "480") + carried("2026 = 5"), "", "",
                                                "einde = 2025\nrestant = \"" + restant + "\"\n"));
  };
  CHECK(tells(ended("terugbetalen"), "but what 2 had left has gone when it ended"));
  CHECK(ended("meenemen").empty());
}

TEST_CASE("why and diff say what was carried over, and from which year") {
  const TempPlan before({{"plan.toml", plan_of("")}}), after({{"plan.toml", plan_of(carried("2026 = 12.50"))}});
  CHECK(has(run_saldo({"why", after.path(), "2/2/lasten/2026"}).out, "overgeheveld uit 2025"));
  CHECK(has(run_saldo({"diff", before.path(), after.path()}).out, "overheveling geen → 12,50 uit 2025 in 2026"));
  CHECK_FALSE(has(run_saldo({"diff", after.path(), after.path()}).out, "overheveling"));
}
