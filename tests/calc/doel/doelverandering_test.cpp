// What became of the goals of an older plan.
#include "calc/doel/doelverandering.h"

#include <string>

#include "support/catch.h"
#include "support/small_plan.h"

using namespace saldo;

namespace {

std::string goal(const std::string& id, const std::string& nr, const std::string& keys = "") {
  return "[[doel]]\nid = \"" + id + "\"\nsoort = \"prestatie\"\nnr = \"" + nr + "\"\nnaam = \"" + id + "\"\n" + keys;
}
std::string target(const std::string& keys) { return "streef = [{ " + keys + " }]\n"; }

constexpr const char* names[] = {"weg",        "streven weg", "lager",      "andere maat",
                                 "feit onder", "hernummerd",  "hergebruikt"};

// "lager 2.1 2.1": what, and the numbers of the goal in both plans.
Lines changes(const Plan& oud, const Plan& nieuw) {
  Lines all;
  for (const Doelverandering& one : find_doelveranderingen(oud, nieuw, pair_doelen(oud, nieuw)))
    all.push_back(std::string(names[static_cast<std::size_t>(one.soort)]) + " " +
                  (one.oud ? oud.doelen[*one.oud].nr : "-") + " " + (one.nieuw ? nieuw.doelen[*one.nieuw].nr : "-"));
  return all;
}
Lines changes(const std::string& oud, const std::string& nieuw) {
  return changes(load_text(head() + oud).plan, load_text(head() + nieuw).plan);
}

}  // namespace

TEST_CASE("two budgets of one municipality: what is gone, what asks less, and which numbers mean something else") {
  const LoadedPlan oud = load_actueel(SALDO_SOURCE_DIR "/data/apeldoorn-2024");
  const LoadedPlan nieuw = load_actueel(SALDO_SOURCE_DIR "/data/apeldoorn-2026");
  CHECK(changes(oud.plan, nieuw.plan) == Lines{"weg 2.1.1 -",
                                               "weg 2.1.2 -",
                                               "weg 2.1.3 -",
                                               "weg 2.2.2 -",
                                               "weg 2.5 -",
                                               "weg 2.5.1 -",
                                               "streven weg 2.3.1 2.3.1",
                                               "streven weg 2.3.2 2.3.2",
                                               "streven weg 2.3.3 2.3.3",
                                               "streven weg 2.1.1 -",
                                               "streven weg 2.1.2 -",
                                               "streven weg 2.1.3 -",
                                               "streven weg 2.5.1 -",
                                               "andere maat 2.3.1 2.3.1",
                                               "feit onder 2.2.1 2.2.1",
                                               "hernummerd 2.2.3 2.2.2",
                                               "hernummerd 2.2.4 2.2.3",
                                               "hergebruikt 2.1.1 2.1.1",
                                               "hergebruikt 2.1.2 2.1.2",
                                               "hergebruikt 2.1.3 2.1.3",
                                               "hergebruikt 2.2.2 2.2.2",
                                               "hergebruikt 2.2.3 2.2.3"});
  // 90% of a group has become 90 people: the two targets stand beside each other.
  for (const Doelverandering& one : find_doelveranderingen(oud.plan, nieuw.plan, pair_doelen(oud.plan, nieuw.plan)))
    if (one.soort == DoelveranderingSoort::nummer_hergebruikt && oud.plan.doelen[*one.oud].nr == "2.1.2") {
      CHECK(one.was->maat.eenheid == "%");
      CHECK(one.is->maat.eenheid.empty());
      CHECK(one.was->waarde == one.is->waarde);
    }
}

TEST_CASE("a target is lower in the direction in which it is meant") {
  const auto one = [](const std::string& was, const std::string& is) {
    return changes(goal("a", "1", target(was)), goal("a", "1", target(is)));
  };
  CHECK(one("minimaal = 95, jaar = 2025", "minimaal = 55, jaar = 2026") == Lines{"lager 1 1"});
  CHECK(one("minimaal = 95, jaar = 2025", "minimaal = 95, jaar = 2026") == Lines{});
  CHECK(one("minimaal = 55, jaar = 2025", "minimaal = 95, jaar = 2026") == Lines{});
  CHECK(one("maximaal = 2, jaar = 2025", "maximaal = 3, jaar = 2026") == Lines{"lager 1 1"});
  CHECK(one("maximaal = 3, jaar = 2025", "maximaal = 2, jaar = 2026") == Lines{});
  CHECK(one("omlaag_naar = 20", "omlaag_naar = 25") == Lines{"lager 1 1"});
  // Percentages beside numbers, a bound above beside one below, a change beside a level: they say nothing of each other.
  CHECK(one("minimaal = 95, eenheid = \"%\"", "minimaal = 55") == Lines{});
  CHECK(one("minimaal = 95", "maximaal = 55") == Lines{});
  CHECK(one("minimaal = 95", "omhoog_met = 5") == Lines{});
  // PM is not known, and never lower.
  CHECK(one("minimaal = 95", "minimaal = \"PM\"") == Lines{});
  const std::string share = ", eenheid = \"%\", wat = ";
  CHECK(one("minimaal = 95" + share + "\"a\"", "minimaal = 55" + share + "\"b\"") == Lines{"andere maat 1 1"});
  CHECK(one("minimaal = 5, wat = \"projecten\"", "minimaal = 3, wat = \"plannen\"") == Lines{});
  // A target for each year is laid beside that of the same year.
  const std::string path = "streef = [{ minimaal = 250, jaar = 2025 }, { minimaal = 300, jaar = 2026 }]\n";
  CHECK(changes(goal("a", "1", path), goal("a", "1", path)) == Lines{});
  const std::string lower = "streef = [{ minimaal = 250, jaar = 2025 }, { minimaal = 270, jaar = 2026 }]\n";
  CHECK(changes(goal("a", "1", path), goal("a", "1", lower)) == Lines{"lager 1 1"});
}

TEST_CASE("a target for a year that the new plan is about may not go without a word") {
  const std::string oud = goal("a", "1", target("minimaal = 95, jaar = 2026"));
  CHECK(changes(oud, oud) == Lines{});
  CHECK(changes(oud, goal("a", "1")) == Lines{"streven weg 1 1"});
  CHECK(changes(oud, "") == Lines{"weg 1 -", "streven weg 1 -"});
  CHECK(changes(goal("a", "1", target("minimaal = 95, jaar = 1999")), goal("a", "1")) == Lines{});
  CHECK(changes(goal("a", "1", target("product = \"nota\", jaar = 2026")), goal("a", "1")) == Lines{});
}

TEST_CASE("diff tells what became of goals in a table of its own, and nothing of them where there are none") {
  const TempPlan before({{"plan.toml", head() + goal("a", "1", target("minimaal = 95, jaar = 2025"))}});
  const TempPlan after({{"plan.toml", head() + goal("a", "1", target("minimaal = 55, jaar = 2026"))}});
  const TempPlan without({{"plan.toml", head()}});
  const Run told = run_saldo({"diff", before.path(), after.path(), "--table", "doelen", "--format", "csv"});
  CHECK(has(told.out, "streven lager,1,a,"));
  CHECK_FALSE(has(run_saldo({"diff", without.path(), without.path(), "--format", "json"}).out, "doelen"));
  CHECK(has(run_saldo({"diff", without.path(), without.path(), "--table", "doelen", "--format", "csv"}).out, "wat,"));
}
