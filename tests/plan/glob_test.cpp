#include "plan/glob.h"

#include <string>
#include <vector>

#include "support/catch.h"

using namespace saldo;

TEST_CASE("a pattern fits a whole text") {
  CHECK(fits("7350/4*", "7350/4310"));
  CHECK(fits("7350/4*", "7350/4"));
  CHECK_FALSE(fits("7350/4*", "7350/5310"));
  CHECK_FALSE(fits("7350/4*", "17350/4310"));
  CHECK(fits("*", ""));
  CHECK(fits("", ""));
  CHECK_FALSE(fits("", "a"));
  CHECK(fits("a?c", "aëc"));
  CHECK_FALSE(fits("a?c", "ac"));
  CHECK(fits("*a*b", "xaybxb"));
  CHECK_FALSE(fits("*a*b", "xaybxbc"));
  CHECK(fits("*/43??", "7350/4310"));
}

TEST_CASE("a pattern of many stars takes no longer than text times pattern") {
  std::string stars;
  for (int i = 0; i < 200; ++i) stars += "a*";
  CHECK_FALSE(fits(stars + "b", std::string(20'000, 'a')));
}

TEST_CASE("a wide pattern covers a narrow one, and only says so where that is sure") {
  CHECK(covers("43*", "4310"));
  CHECK(covers("43*", "431*"));
  CHECK(covers("*", "a*b?c"));
  CHECK(covers("4?1*", "431*"));
  CHECK(covers("a?", "a?"));
  CHECK_FALSE(covers("431*", "43*"));
  CHECK_FALSE(covers("43?", "43*"));
  CHECK_FALSE(covers("4310", "43?0"));
}

// All texts of up to three of these letters.
TEST_CASE("what is covered is fitted") {
  std::vector<std::string> texts = {""};
  for (std::size_t i = 0; i < texts.size(); ++i)
    if (texts[i].size() < 3)
      for (const char c : {'a', 'b'}) texts.push_back(texts[i] + c);
  const std::vector<std::string> patterns = {"",    "*",   "?",  "a",  "a*",  "*a", "a?",  "?a",
                                             "a*b", "*a*", "??", "?*", "b*a", "ab", "*b?", "a**"};
  for (const std::string& wide : patterns)
    for (const std::string& narrow : patterns) {
      if (!covers(wide, narrow)) continue;
      for (const std::string& text : texts) {
        INFO(wide << " covers " << narrow << ", of " << text);
        CHECK((!fits(narrow, text) || fits(wide, text)));
      }
    }
}
