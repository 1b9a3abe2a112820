// What a sieve answers is what sorting everything gives, whatever the sample it was aimed by; and the loops of the draws
// give what plain arithmetic gives, on every kind of processor.
#include "calc/risk/kept/sieve.h"

#include <algorithm>
#include <bit>
#include <numeric>
#include <optional>
#include <random>
#include <span>
#include <vector>

#include "calc/risk/lanes.h"
#include "calc/risk/steps.h"
#include "support/catch.h"

using namespace saldo;

namespace {

constexpr LaneWidth every_width[] = {LaneWidth::widest, LaneWidth::avx2, LaneWidth::plain};
constexpr std::size_t sample_size = 1'000, part_size = 4'096;

enum class Shape { few, narrow, bell, wide };

std::vector<std::int64_t> some_amounts(std::mt19937_64& engine, std::size_t count, Shape shape) {
  std::vector<std::int64_t> amounts;
  const auto below = [&](std::uint64_t most) { return static_cast<std::int64_t>(engine() % most); };
  for (std::size_t i = 0; i < count; ++i) switch (shape) {
      case Shape::few: amounts.push_back(below(3) * 1'000'000'000 - 5); break;
      case Shape::narrow: amounts.push_back(below(7)); break;
      case Shape::bell: amounts.push_back(below(1'000'000) + below(1'000'000) + below(1'000'000) - 1'500'000); break;
      case Shape::wide: amounts.push_back(static_cast<std::int64_t>(engine()) / 8 * 7); break;
    }
  return amounts;
}

Asked some_places(std::mt19937_64& engine, std::size_t count, std::int64_t floor) {
  Asked asked{{0, count / 20, count / 2, count / 2, count - 1}, floor};
  for (int i = 0; i < 3; ++i) asked.places.push_back(engine() % count);
  std::sort(asked.places.begin(), asked.places.end());
  return asked;
}

Answer by_sorting(std::vector<std::int64_t> amounts, const Asked& asked) {
  std::sort(amounts.begin(), amounts.end());
  Answer found;
  for (const std::size_t place : asked.places) found.at_places.push_back(amounts[place]);
  const auto floor = std::lower_bound(amounts.begin(), amounts.end(), asked.floor);
  found.below_floor = static_cast<std::size_t>(floor - amounts.begin());
  return found;
}

// As it is used: narrowed on the way, when the number of parts that went through is a power of two.
Sifted sift(const std::vector<std::int64_t>& amounts, Sieve& sieve, const Asked& asked, bool narrows) {
  Sifted sifted;
  std::size_t parts = 0;
  for (std::size_t at = 0; at < amounts.size(); ++at) {
    const std::size_t bin = sieve.bin_of(amounts[at]);
    ++sifted.counts[bin];
    if (sieve.keeps[bin] != 0) sifted.kept.push_back(amounts[at]);
    if (narrows && (at + 1) % part_size == 0 && std::has_single_bit(++parts))
      narrow(sieve, sifted, amounts.size(), asked);
  }
  return sifted;
}

// A program of one amount that always comes.
RiskProgram one_amount() {
  RiskProgram program;
  program.causes.push_back({"", Ratio{1, 1}, false, {}});
  return program;
}

}  // namespace

TEST_CASE("a sieve answers what sorting gives", "[risk]") {
  std::mt19937_64 engine(11);
  for (const Shape shape : {Shape::few, Shape::narrow, Shape::bell, Shape::wide})
    for (const std::size_t count : {std::size_t{1}, std::size_t{999}, std::size_t{1'001}, std::size_t{70'000}}) {
      const std::vector<std::int64_t> amounts = some_amounts(engine, count, shape);
      const Asked asked = some_places(engine, count, amounts[count / 3]);
      Sieve sieve = aim(std::span(amounts).first(std::min(count, sample_size)), count, asked);
      const Sifted sifted = sift(amounts, sieve, asked, true);
      const std::optional<Answer> found = answer(sieve, sifted, asked);
      const Answer expected = by_sorting(amounts, asked);
      INFO("shape " << static_cast<int>(shape) << " of " << count);
      REQUIRE(found.has_value());
      CHECK(found->at_places == expected.at_places);
      CHECK(found->below_floor == expected.below_floor);
      if (count == 70'000 && shape == Shape::bell) CHECK(sifted.kept.size() < count / 2);
    }
}

TEST_CASE("a sieve that a sample aimed wrong knows it, and is right the next time", "[risk]") {
  std::mt19937_64 engine(12);
  std::vector<std::int64_t> amounts;
  for (std::int64_t i = 0; i < 1'000; ++i) amounts.push_back(i * 1'000);  // of which the others are nothing like
  for (const std::int64_t amount : some_amounts(engine, 50'000, Shape::narrow)) amounts.push_back(333'000 + amount);
  const Asked asked{{0, amounts.size() / 2, amounts.size() - 1}, 0};
  Sieve sieve = aim(std::span(amounts).first(sample_size), amounts.size(), asked);
  const Sifted first = sift(amounts, sieve, asked, true);
  CHECK_FALSE(answer(sieve, first, asked).has_value());
  Sieve again = aim_again(sieve, first, asked);
  const std::optional<Answer> found = answer(again, sift(amounts, again, asked, false), asked);
  const Answer expected = by_sorting(amounts, asked);
  REQUIRE(found.has_value());
  CHECK(found->at_places == expected.at_places);
  CHECK(found->below_floor == expected.below_floor);
}

TEST_CASE("what threads sifted apart adds up to what one would", "[risk]") {
  std::mt19937_64 engine(13);
  const std::vector<std::int64_t> amounts = some_amounts(engine, 40'000, Shape::bell);
  const Asked asked = some_places(engine, amounts.size(), 1);
  const Sieve sieve = aim(std::span(amounts).first(sample_size), amounts.size(), asked);
  Sieve left = sieve, right = sieve;
  const auto middle = amounts.begin() + 22'000;
  Sifted all = sift({amounts.begin(), middle}, left, asked, false);
  all.add(sift({middle, amounts.end()}, right, asked, false));
  const std::optional<Answer> found = answer(sieve, all, asked);
  REQUIRE(found.has_value());
  CHECK(all.size() == amounts.size());
  CHECK(found->at_places == by_sorting(amounts, asked).at_places);
}

TEST_CASE("lanes sift, count and sum amounts of any size, as many as are asked, on every processor", "[risk]") {
  constexpr std::int64_t large = 2'900'000'000'000'000'000;
  for (const LaneWidth width : every_width)
    for (const std::int64_t least : {-large, std::int64_t{-50'000}, large - 900'000}) {
      RiskProgram program;
      program.causes.push_back({"", std::nullopt, true, {}});
      StepList steps;
      const Slot drawn = steps.draw(0, false, Range{0, 300'000, 900'000}, Money());
      const Slot moved = *steps.sum({Money::of_cents(least), {drawn}, {}});
      program.slots = steps.slots();
      program.is_small = steps.stays_below(Money::of_cents(std::int64_t{1} << 50));
      CHECK(program.is_small == (least == -50'000));
      program.steps = steps.take();
      Lanes lanes(program, 3, width);
      lanes.run(0);
      const auto block = lanes.at(moved);
      const std::vector<std::int64_t> amounts(block.begin(), block.begin() + 101);
      const Asked asked{{0, 50, 100}, least + 400'000};
      const Sieve sieve = aim(std::span(amounts).first(50), amounts.size(), asked);
      Sifted sifted, expected;
      lanes.sift(moved, amounts.size(), sieve, sifted);
      for (const std::int64_t amount : amounts) {
        ++expected.counts[sieve.bin_of(amount)];
        if (sieve.keeps[sieve.bin_of(amount)] != 0) expected.kept.push_back(amount);
      }
      CHECK(sifted.counts == expected.counts);
      CHECK(sifted.kept == expected.kept);
      CHECK(sifted.sum == std::accumulate(amounts.begin(), amounts.end(), Wide{0}));
    }
}

TEST_CASE("a scale in lanes is rounded as exact arithmetic does, halves and all", "[risk]") {
  std::mt19937_64 engine(14);
  const auto between = [&](std::int64_t least, std::int64_t most) {
    return least + static_cast<std::int64_t>(engine() % static_cast<std::uint64_t>(most - least + 1));
  };
  const RoundingMode modes[] = {RoundingMode::half_away, RoundingMode::up, RoundingMode::down};
  std::size_t small = 0;
  for (int i = 0; i < 3'000; ++i) {
    const std::int64_t den = between(1, i % 2 == 0 ? 20 : 1'000'000), num = between(-3 * den, 3 * den);
    const std::int64_t unit = i % 3 == 0 ? 1 : between(1, 10'000);
    // Half of them lie on a half of a unit, or one cent beside it; the others are as large as fits, and sometimes larger.
    const std::int64_t half = unit * den / 2 * between(-1'000, 1'000) + between(-1, 1);
    const Money amount = Money::of_cents(i % 4 < 2 ? half : between(-1, 1) * ((std::int64_t{1} << between(1, 50)) - 1));
    const Rounding rounding{Money::of_cents(unit), modes[i % 3]};
    RiskProgram program = one_amount();
    StepList steps;
    const Slot scaled = steps.scale(steps.draw(0, true, std::nullopt, amount), Ratio{num, den}, rounding);
    program.slots = steps.slots();
    program.is_small = steps.stays_below(Money::of_cents(std::int64_t{1} << 50));
    program.steps = steps.take();
    small += program.is_small && program.steps.back().is_small ? 1 : 0;
    for (const LaneWidth width : every_width) {
      Lanes lanes(program, 1, width);
      lanes.run(0);
      INFO(amount.cents() << " x " << num << '/' << den << " to " << unit);
      CHECK(lanes.at(scaled)[0] == rounded(Ratio::of(amount) * Ratio{num, den}, rounding).cents());
      CHECK(lanes.at(scaled)[block_draws - 1] == lanes.at(scaled)[0]);
    }
  }
  CHECK(small > 2'000);
  CHECK(small < 3'000);
}
