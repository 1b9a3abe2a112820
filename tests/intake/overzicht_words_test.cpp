// Which texts of a table tell a unit, and which only look so.
#include "intake/overzicht/words.h"
#include "support/catch.h"

using namespace saldo;

TEST_CASE("only a text about amounts tells the unit of a table") {
  for (const char* text : {"Bedragen in EUR 1000", "(x € 1.000)", "Alle bedragen x € 1.000", "bedragen x €1.000,-",
                           "Bedragen x 1.000 euro", "in duizenden euro's", "€ x 1.000", "x1000", "in k€", "k€",
                           "Lasten 2026 (k€)", "bedragen in K€, tenzij anders vermeld"}) {
    INFO(text);
    CHECK(unit_in(text) == Money::of_euros(1'000));
  }
  CHECK(unit_in("in miljoenen euro's") == Money::of_euros(1'000'000));
  for (const char* text : {"(bedragen x € 1 mln)", "x € 1 mln", "in m€", "M€"}) {
    INFO(text);
    CHECK(unit_in(text) == Money::of_euros(1'000'000));
  }
  for (const char* text : {"Inzet 1000 uur", "1.000", "In Europa 1.000 banen", "Index 1.000", "Max 1.000 woningen", "k",
                           "Wijk € 500", "m€t elkaar"}) {
    INFO(text);
    CHECK_FALSE(unit_in(text));
  }
}

TEST_CASE("a cell of a column of units is one word") {
  CHECK(unit_of("x1000") == Money::of_euros(1'000));
  CHECK(unit_of("miljoen") == Money::of_euros(1'000'000));
  CHECK(unit_of("k€") == Money::of_euros(1'000));
  CHECK(unit_of("1") == one_euro);
  CHECK(unit_of("euro") == one_euro);
  CHECK_FALSE(unit_of("fte"));
}
