// How names are compared as a reader sees them.
#include "base/text.h"
#include "support/catch.h"

using namespace saldo;

TEST_CASE("a name of ASCII folds as the same name among other letters does") {
  // An é sends the whole text through the tables of Unicode, and is an e behind them.
  for (int code = 1; code < 0x80; ++code) {
    const std::string name = "a" + std::string(1, static_cast<char>(code)) + "B";
    CAPTURE(code);
    CHECK(folded(name + "é") == folded(name) + "e");
    CHECK(as_seen(name + "é") == as_seen(name) + "e");
  }
}

TEST_CASE("what a reader takes for each other is seen alike") {
  CHECK(as_seen("Rood Loon 10") == as_seen("rood l00n IO"));
  CHECK(as_seen("post 07") == as_seen("Post-7"));
  CHECK(as_seen("fase 1-2") != as_seen("fase 12"));
}

TEST_CASE("names that are seen alike fall through the sieve together, and few others do") {
  const std::string names[] = {"Rood Loon 10", "rood l00n IO", "post 07", "Post-7",  "post 7",    "pöst 7",
                               "fase 1-2",     "fase 12",      "",        "-",       "0",         "Рost 7",
                               "Onvoorzien",   "onvoorzien",   "loon",    "L O O N", "Lonen",     "neLon"};
  std::size_t alike = 0, apart = 0;
  for (const std::string& a : names)
    for (const std::string& b : names) {
      CAPTURE(a, b);
      if (as_seen(a) == as_seen(b)) CHECK(sieve_of_seen(a) == sieve_of_seen(b));
      (sieve_of_seen(a) == sieve_of_seen(b) ? alike : apart) += 1;
    }
  CHECK(alike < apart);
}
