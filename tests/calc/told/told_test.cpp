// The parts of a step between two stands, as a picture stacks them.
#include "calc/told/told.h"

#include <algorithm>

#include "calc/told/sum_parts.h"
#include "support/catch.h"
#include "support/support.h"

using namespace saldo;

TEST_CASE("the parts of a step reach from zero to where it ends, on each side of zero by itself") {
  for (int from = -4; from <= 4; ++from)
    for (int to = -4; to <= 4; ++to) {
      INFO(from << " to " << to);
      const Money before = Money::of_euros(from), after = Money::of_euros(to), none;
      const StepParts parts = parts_of_step(before, after);
      CHECK(parts.under + parts.up + parts.down == std::max({none, before, after}));
      CHECK(parts.under_below + parts.up_below + parts.down_below == std::min({none, before, after}));
      CHECK(parts.under >= none);
      CHECK(parts.under_below <= none);
      const Money move = parts.up - parts.up_below - parts.down + parts.down_below;
      CHECK(move == after - before);
      if (from <= to) CHECK(parts.down + parts.down_below == none);
      else CHECK(parts.up + parts.up_below == none);
    }
}

TEST_CASE("a step that crosses zero has a part on each side") {
  const StepParts parts = parts_of_step(Money::of_euros(-2), Money::of_euros(3));
  CHECK(parts.under == Money());
  CHECK(parts.up == Money::of_euros(3));
  CHECK(parts.up_below == Money::of_euros(-2));
  const StepParts down = parts_of_step(Money::of_euros(5), Money::of_euros(3));
  CHECK(down.under == Money::of_euros(3));
  CHECK(down.down == Money::of_euros(2));
}

TEST_CASE("of many parts the largest stay, either sign, those of one size in their order") {
  const auto left = [](const std::vector<int>& euros, std::size_t most) {
    std::vector<SumPart> parts;
    for (const int amount : euros) parts.push_back({std::to_string(parts.size()), Amount(Money::of_euros(amount))});
    const Amount taken = take_smaller(parts, most);
    std::string told;
    for (const SumPart& part : parts) told += part.words + " ";
    return told + "| " + to_plain(taken.counted());
  };
  CHECK(left({1, 2, 3}, 3) == "0 1 2 | 0.00");
  CHECK(left({1, -4, 3}, 2) == "1 2 | 1.00");
  CHECK(left({5, 5, -5, 5}, 2) == "0 1 | 0.00");
  CHECK(left({1, 5, 5, 1, 1}, 3) == "1 2 0 | 2.00");
}
