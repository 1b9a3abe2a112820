// What is looked at eight bytes at a time, or as ASCII before all else, tells the same as character by character.
#include <string>

#include "base/text.h"
#include "support/catch.h"

using namespace saldo;

TEST_CASE("a byte that is no UTF-8 is found wherever it stands") {
  for (std::size_t before = 0; before < 20; ++before)
    for (std::size_t after = 0; after < 20; ++after) {
      const std::string front(before, 'a'), back(after, 'z');
      INFO(before << " " << after);
      CHECK(find_invalid_utf8(front + '\xff' + back) == before);
      CHECK(find_invalid_utf8(front + "\xc3" + back) == before);
      CHECK(find_invalid_utf8(front + "é" + back + "\xe2\x82") == before + 2 + after);
      CHECK_FALSE(find_invalid_utf8(front + "é€🙂" + back));
    }
}

TEST_CASE("characters are as wide as a terminal shows them") {
  CHECK(display_width("") == 0);
  CHECK(display_width(" ~aZ09") == 6);
  CHECK(display_width("a\té\x7f") == 2);
  CHECK(display_width("reële €") == 7);
  CHECK(display_width("e\u0301") == 1);
  CHECK(display_width("日本x") == 5);
  CHECK(display_width("a\xff z") == 3);
}
