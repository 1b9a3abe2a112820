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
