// The order that people expect of names with numbers in them.
#include <algorithm>
#include <utility>

#include "base/text.h"
#include "support/catch.h"
#include "support/random_plan.h"

using namespace saldo;

namespace {

// The same order character by character, a number as a whole.
bool less_step_by_step(std::string_view a, std::string_view b) {
  const auto number = [](std::string_view& text) {
    const std::size_t end = std::min(text.find_first_not_of("0123456789"), text.size());
    std::string_view digits = text.substr(0, end);
    text.remove_prefix(end);
    digits.remove_prefix(std::min(digits.find_first_not_of('0'), digits.size() - 1));
    return std::pair(digits.size(), digits);
  };
  while (!a.empty() && !b.empty()) {
    if (is_digit(a.front()) && is_digit(b.front())) {
      const auto left = number(a), right = number(b);
      if (left != right) return left < right;
    } else if (a.front() != b.front()) {
      return a.front() < b.front();
    } else {
      a.remove_prefix(1);
      b.remove_prefix(1);
    }
  }
  return a.size() < b.size();
}

std::string random_name(Dice& dice) {
  std::string name;
  for (std::size_t length = dice.below(8); length > 0; --length) name += "019a."[dice.below(5)];
  return name;
}

}  // namespace

TEST_CASE("numbers in names are compared as numbers, however alike the names begin") {
  CHECK(natural_less("projecten/3.9.toml", "projecten/3.10.toml"));
  CHECK_FALSE(natural_less("projecten/3.10.toml", "projecten/3.9.toml"));
  CHECK(natural_less("12", "123"));
  CHECK(natural_less("1a", "10"));
  CHECK_FALSE(natural_less("01", "1"));
  CHECK_FALSE(natural_less("1", "01"));
  Dice dice(20);
  for (int i = 0; i < 20'000; ++i) {
    const std::string a = random_name(dice), b = random_name(dice);
    INFO(a << " and " << b);
    CHECK(natural_less(a, b) == less_step_by_step(a, b));
  }
}
