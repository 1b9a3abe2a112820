// How far a target is: what follows from figures, and when a result should be there.
#include "calc/doel/voortgang.h"

#include <string>

#include "report/doel/doel_words.h"
#include "support/catch.h"
#include "support/small_plan.h"

using namespace saldo;

namespace {

// The first target of a goal with these targets and results: "deels 60 due", of which the middle is the way in percent.
std::string progress(const std::string& targets, const std::string& results,
                     std::optional<Date> until = Date{2026, 12, 31}) {
  const LoadedPlan loaded = load_text(head() + "[[doel]]\nid = \"a\"\nsoort = \"prestatie\"\nnaam = \"A\"\nstreef = [" +
                                      targets + "]\nresultaat = [" + results + "]\n");
  REQUIRE(tell(loaded, loaded.findings) == Lines{});
  const Doel& doel = loaded.plan.doelen.front();
  const Voortgang voortgang = voortgangen_of(doel, until).front();
  std::string text(to_text(voortgang.stand));
  if (voortgang.weg)
    text += " " + to_dutch(voortgang.weg->deel * Ratio{100, 1}, 0, 1) + (voortgang.weg->from_zero ? "*" : "");
  return text + (voortgang.is_due ? " due" : "");
}

}  // namespace

TEST_CASE("each kind of target is met from its own side") {
  CHECK(progress("{ minimaal = 10, jaar = 2026 }", "{ waarde = 10 }") == "gehaald 100* due");
  CHECK(progress("{ meer_dan = 10, jaar = 2026 }", "{ waarde = 10 }") == "deels 100* due");
  CHECK(progress("{ maximaal = 10, jaar = 2026 }", "{ waarde = 10 }") == "gehaald due");
  CHECK(progress("{ minder_dan = 10, jaar = 2026 }", "{ waarde = 10 }") == "niet due");
  CHECK(progress("{ precies = 10, jaar = 2026 }", "{ waarde = 12 }") == "gehaald 120* due");
  CHECK(progress("{ ongeveer = 10, jaar = 2026 }", "{ waarde = 0 }") == "niet 0* due");
  CHECK(progress("{ omlaag_naar = 10, jaar = 2026 }", "{ waarde = 11 }") == "niet due");
}

TEST_CASE("the share of the way runs from the base to what is asked") {
  CHECK(progress("{ omhoog_naar = 200, jaar = 2026, nulmeting = { waarde = 190 } }", "{ waarde = 203 }") ==
        "gehaald 130 due");
  CHECK(progress("{ omlaag_naar = 40, jaar = 2026, nulmeting = { waarde = 100 } }", "{ waarde = 70 }") ==
        "deels 50 due");
  CHECK(progress("{ omlaag_naar = 40, jaar = 2026, nulmeting = { waarde = 100 } }", "{ waarde = 130 }") ==
        "niet -50 due");
  CHECK(progress("{ omhoog_met = 4_000, jaar = 2026, nulmeting = { waarde = 40_000 } }", "{ waarde = 43_000 }") ==
        "deels 75 due");
  CHECK(progress("{ omhoog_met = \"10%\", jaar = 2026, nulmeting = { waarde = 120 } }", "{ waarde = 132 }") ==
        "gehaald 100 due");
  // It was there before it began: a share of nothing says nothing.
  CHECK(progress("{ minimaal = 100, jaar = 2026, nulmeting = { waarde = 120 } }", "{ waarde = 110 }") == "gehaald due");
  // Of a change without a base nothing can be known.
  CHECK(progress("{ omhoog_met = 10, jaar = 2026 }", "{ waarde = 11 }") == "onbekend due");
  CHECK(progress("{ precies = 1.22, eenheid = \"%\", jaar = 2026, nulmeting = { groep = \"anderen\" } }",
                 "{ waarde = 1.22 }") == "gehaald due");
}

TEST_CASE("of many targets each has its own results, whatever their numbers and order") {
  const LoadedPlan loaded = load_text(
      head() +
      "[[doel]]\nid = \"a\"\nsoort = \"prestatie\"\nnaam = \"A\"\nstreef = [{ nr = 3, minimaal = 10, jaar = 2026 }, "
      "{ nr = 1, minimaal = 20, jaar = 2026 }, { nr = 9, minimaal = 30, jaar = 2026 }, { minimaal = 40, jaar = 2026 "
      "}]\n"
      "resultaat = [{ streef = 4, waarde = 41 }, { streef = 3, waarde = 11 }, { streef = 1, waarde = 10 }, { streef = "
      "3, "
      "waarde = 5 }]\n");
  REQUIRE(tell(loaded, loaded.findings) == Lines{});
  const Doel& doel = loaded.plan.doelen.front();
  Lines found;
  for (const Voortgang& voortgang : voortgangen_of(doel, Date{2026, 12, 31}))
    found.push_back(std::string(to_text(voortgang.stand)));
  CHECK(found == Lines{"deels", "deels", "ontbreekt", "gehaald"});
  for (const Streef& streef : doel.streven) CHECK(doel.find_streef(streef.nr) == &streef);
  CHECK(doel.find_streef(2) == nullptr);
  CHECK(doel.find_streef(0) == nullptr);
  CHECK(doel.find_streef(10) == nullptr);
}

TEST_CASE("not known is never zero and never met") {
  CHECK(progress("{ minimaal = 0, jaar = 2026 }", "") == "ontbreekt due");
  CHECK(progress("{ minimaal = 10, jaar = 2026 }", "{ beweerd = \"gehaald\" }") == "ontbreekt due");
  CHECK(progress("{ minimaal = \"PM\", jaar = 2026 }", "{ waarde = 10 }") == "onbekend due");
  CHECK(progress("{ product = \"plan\", jaar = 2026 }", "{ beweerd = \"gehaald\" }") == "onbekend due");
  CHECK(progress("{ product = \"plan\", jaar = 2026 }", "") == "ontbreekt due");
  CHECK(progress("{ minimaal = 10, eenheid = \"%\", jaar = 2026 }", "{ waarde = 10, eenheid = \"dagen\" }") ==
        "onbekend due");
}

TEST_CASE("a number and a percentage meet where it is said how many the whole is") {
  CHECK(progress("{ minimaal = 50, eenheid = \"%\", jaar = 2026 }", "{ waarde = 51, van_aantal = 100 }") ==
        "gehaald 102* due");
  CHECK(progress("{ minimaal = 50, eenheid = \"%\", van_aantal = 500, jaar = 2026 }",
                 "{ waarde = 51, eenheid = \"%\" }") == "gehaald 102* due");
  CHECK(progress("{ minimaal = 250, van_aantal = 500, jaar = 2026 }", "{ waarde = 51, eenheid = \"%\" }") ==
        "gehaald 102* due");
  CHECK(progress("{ minimaal = 250, jaar = 2026 }", "{ waarde = 51, eenheid = \"%\" }") == "onbekend due");
}

TEST_CASE("a figure of before the last day decides only what cannot be lost any more") {
  CHECK(progress("{ precies = 200, jaar = 2026 }", "{ waarde = 190, datum = 2026-10-31 }") == "onbekend 95* due");
  CHECK(progress("{ precies = 200, jaar = 2026 }", "{ waarde = 200, datum = 2026-10-31 }") == "gehaald 100* due");
  CHECK(progress("{ maximaal = 200, jaar = 2026 }", "{ waarde = 150, datum = 2026-10-31 }") == "onbekend due");
  // Of two figures the last one counts, wherever it stands.
  CHECK(progress("{ precies = 200, jaar = 2026 }", "{ waarde = 150, jaar = 2026 }, { waarde = 210, jaar = 2025 }") ==
        "deels 75* due");
}

TEST_CASE("a result is due after the last day of its target, or when it can be known") {
  CHECK(progress("{ minimaal = 1, jaar = 2027 }", "") == "loopt");
  CHECK(progress("{ minimaal = 1, jaar = [2026, 2027] }", "") == "loopt");
  CHECK(progress("{ minimaal = 1 }", "") == "loopt");
  CHECK(progress("{ minimaal = 1, datum = 2026-07-31 }", "", Date{2026, 7, 30}) == "loopt");
  CHECK(progress("{ minimaal = 1, datum = 2026-07-31 }", "", Date{2026, 7, 31}) == "ontbreekt due");
  CHECK(progress("{ minimaal = 1, jaar = 2026, bekend_na = 2029 }", "") == "loopt");
  CHECK(progress("{ minimaal = 1, jaar = 2026 }", "{ beweerd = \"gehaald\", bekend_na = 2027-03-31 }") == "onbekend");
  CHECK(progress("{ maximaal = 2, jaar = 2026, norm_bij = 2 }, { minimaal = 60, jaar = 2026 }", "") == "loopt");
  CHECK(progress("{ minimaal = 1, jaar = 2026 }", "", std::nullopt) == "loopt");
}

TEST_CASE("what is due follows from the closed years, unless a day is asked") {
  const LoadedPlan loaded =
      load_text(head() + line("a") + project("1") + "[[afsluiting]]\njaar = 2025\nstand = \"voorlopig\"\n");
  CHECK(due_until(loaded.plan, {}) == Date{2025, 12, 31});
  CHECK(due_until(loaded.plan, Date{2025, 6, 30}) == Date{2025, 6, 30});
  CHECK(due_until(load_text(head()).plan, {}) == std::nullopt);
}

TEST_CASE("a way of a little less than all is not shown as all") {
  CHECK(std::get<Decimal>(way_cell(Weg{Ratio{9'999, 10'000}})).units == 999);
  CHECK(std::get<Decimal>(way_cell(Weg{Ratio{1, 1}})).units == 1000);
}
