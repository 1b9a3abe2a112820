// Which goal of one plan is which of another, and what saldo diff says of it.
#include "calc/doel/doelparen.h"

#include <string>

#include "support/catch.h"
#include "support/small_plan.h"

using namespace saldo;

namespace {

std::string goal(const std::string& id, const std::string& nr, const std::string& keys = "") {
  return "[[doel]]\nid = \"" + id + "\"\nsoort = \"prestatie\"\nnr = \"" + nr + "\"\nnaam = \"" + id + "\"\n" + keys;
}

// "a = b" for a pair, "- = b" for a new one, "a = -" for one that is gone.
Lines pairs(const std::string& oud, const std::string& nieuw) {
  const LoadedPlan before = load_text(head() + oud), after = load_text(head() + nieuw);
  Lines all;
  for (const Doelpaar& pair : pair_doelen(before.plan, after.plan))
    all.push_back((pair.oud ? before.plan.doelen[*pair.oud].id : "-") + " = " +
                  (pair.nieuw ? after.plan.doelen[*pair.nieuw].id : "-"));
  return all;
}

Run diff(const std::string& oud, const std::string& nieuw) {
  const TempPlan before({{"plan.toml", head() + oud}}), after({{"plan.toml", head() + nieuw}});
  return run_saldo({"diff", before.path(), after.path()}, 200);
}

}  // namespace

TEST_CASE("goals are paired by id and by what they were, never by an equal nr alone") {
  CHECK(pairs(goal("a", "1"), goal("a", "2")) == Lines{"a = a"});
  CHECK(pairs(goal("a", "1"), goal("b", "1")) == Lines{"- = b", "a = -"});
  CHECK(pairs(goal("a", "1"), goal("b", "2", "was = \"1\"\n")) == Lines{"a = b"});
  CHECK(pairs(goal("a", "1"), goal("b", "2", "was = \"a\"\n")) == Lines{"a = b"});
  // An id goes before a nr, and a nr that two goals have says nothing.
  CHECK(pairs(goal("a", "1") + goal("1", "2"), goal("b", "3", "was = \"1\"\n")) == Lines{"1 = b", "a = -"});
  CHECK(pairs(goal("a", "1") + goal("c", "1"), goal("b", "3", "was = \"1\"\n")) == Lines{"- = b", "a = -", "c = -"});
  // The id it has now goes before what another says it was.
  CHECK(pairs(goal("a", "1"), goal("b", "2", "was = \"a\"\n") + goal("a", "1")) == Lines{"- = b", "a = a"});
  CHECK(pairs(goal("a", "1") + goal("c", "2"), goal("b", "3", "was = [\"a\", \"c\"]\n")) == Lines{"a = b"});
}

TEST_CASE("diff tells goals that are new, gone, renamed, and targets that changed") {
  const std::string target = "streef = [{ minimaal = 95, eenheid = \"%\", jaar = 2024 }]\n";
  const std::string easier = "streef = [{ minimaal = 55, eenheid = \"%\", jaar = 2026 }]\n";
  CHECK(has(diff(goal("a", "1", target), goal("a", "1", easier)).out,
            "streef minimaal 95 → minimaal 55, jaar 2024 → 2026"));
  CHECK(has(diff(goal("a", "1"), goal("b", "1")).out, "doel is nieuw"));
  CHECK(has(diff(goal("a", "1"), goal("b", "1")).out, "doel is vervallen"));
  CHECK(has(diff(goal("a", "1"), goal("a", "2")).out, "nr ‘1’ → ‘2’"));
  CHECK(has(diff(goal("a", "1", target), goal("a", "1")).out, "streef minimaal 95 → vervallen"));
  CHECK(has(diff(goal("a", "1", target), goal("a", "1", target + "resultaat = [{ waarde = 3 }]\n")).out,
            "resultaten gewijzigd"));
  CHECK_FALSE(has(diff(goal("a", "1", target), goal("a", "1", target)).out, "streef"));
}
