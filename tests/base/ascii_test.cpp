// What is looked at eight bytes at a time, or as ASCII before all else, tells the same as character by character.
#include <algorithm>
#include <random>
#include <string>
#include <utility>
#include <vector>

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

TEST_CASE("a character that nobody sees is found wherever it stands") {
  for (std::size_t before = 0; before < 20; ++before)
    for (std::size_t after = 0; after < 20; ++after) {
      const std::string front(before, ' '), back(after, '~');
      INFO(before << " " << after);
      CHECK_FALSE(has_deceptive_character(front + back));
      CHECK_FALSE(has_deceptive_character(front + "é€🙂" + back));
      for (const char* hidden : {"\x1f", "\n", "\x7f", "\xc2\x85", "\u200b", "\u202e"})
        CHECK(find_deceptive_character(front + hidden + back) == before);
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

namespace {

// A number by its size, any other character as it is.
std::vector<std::pair<std::size_t, std::string>> as_compared(const std::string& name) {
  std::vector<std::pair<std::size_t, std::string>> all;
  for (std::size_t i = 0; i < name.size();) {
    std::size_t end = i;
    while (end < name.size() && is_digit(name[end])) ++end;
    std::string piece = name.substr(i, std::max<std::size_t>(1, end - i));
    i += piece.size();
    while (piece.size() > 1 && piece.front() == '0') piece.erase(0, 1);
    all.emplace_back(piece.size(), piece);
  }
  return all;
}

}  // namespace

TEST_CASE("numbers in names compare as numbers, behind whatever both begin with") {
  std::mt19937 dice(3);
  const std::string letters = "001259az";
  const auto random_name = [&] {
    std::string name;
    for (std::size_t left = dice() % 7; left > 0; --left) name += letters[dice() % letters.size()];
    return name;
  };
  for (int i = 0; i < 20'000; ++i) {
    const std::string begin = random_name(), a = begin + random_name(), b = begin + random_name();
    INFO(a << " " << b);
    const auto of_a = as_compared(a), of_b = as_compared(b);
    if (of_a == of_b) continue;
    const auto [x, y] = std::mismatch(of_a.begin(), of_a.end(), of_b.begin(), of_b.end());
    const bool ends = x == of_a.end() || y == of_b.end();
    const bool numbers = !ends && is_digit(x->second.front()) && is_digit(y->second.front());
    const bool less = ends ? x == of_a.end() : numbers ? *x < *y : x->second.front() < y->second.front();
    REQUIRE(natural_less(a, b) == less);
  }
}
