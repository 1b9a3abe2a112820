// Exact fractions: how they are read, how money is rounded by them and cut into parts.
#include "base/ratio.h"

#include "support/catch.h"
#include "support/support.h"

using namespace saldo;

namespace {

struct Reading {
  const char* text;
  const char* as;  // to_text, or "no"
};

std::string told(const std::optional<Ratio>& read) { return read ? to_text(*read) : "no"; }

Money cents(std::int64_t value) { return Money::of_cents(value); }
Money euros(std::int64_t value) { return Money::of_euros(value); }

Ratio power_of_ten(int exponent) {
  Ratio power;
  power.num = 1;
  for (int i = 0; i < exponent; ++i) power.num *= 10;
  return power;
}

// Times the same factor so often, rounded once.
std::string grown(std::int64_t base_cents, Ratio factor, std::size_t times, const Rounding& rounding = {}) {
  return to_plain(rounded_product(cents(base_cents), std::vector<Ratio>(times, factor), rounding));
}

// The pieces in cents, "313369.00 522282.00".
std::string pieces(Money total, const std::vector<const char*>& shares, Money unit) {
  std::vector<Ratio> ratios;
  for (const char* share : shares) ratios.push_back(read_share(share).value());
  std::string out;
  Money sum;
  for (const Money piece : split(total, ratios, unit)) {
    out += (out.empty() ? "" : " ") + to_plain(piece);
    sum += piece;
  }
  CHECK(sum == total);
  return out;
}

}  // namespace

TEST_CASE("a decimal is digits with at most one point, up to eighteen of them") {
  const Reading readings[] = {
      {"5.1", "51/10"},
      {"73.57", "7357/100"},
      {"-2", "-2"},
      {"+2", "2"},
      {"0", "0"},
      {"-0", "0"},
      {"0.10", "1/10"},
      {"1_000.5", "2001/2"},
      {"007", "7"},
      {"123456789012345678", "123456789012345678"},
      {"1234567890123456789", "no"},
      {"0.12345678901234567", "12345678901234567/100000000000000000"},
      {"0.123456789012345678", "no"},
      {"", "no"},
      {"-", "no"},
      {".", "no"},
      {".5", "no"},
      {"5.", "no"},
      {"_", "no"},
      {"1.2.3", "no"},
      {"--2", "no"},
      {"1e3", "no"},
      {"1,5", "no"},
      {"inf", "no"},
      {"nan", "no"},
      {" 5", "no"},
      {"5 ", "no"},
  };
  for (const Reading& reading : readings) {
    CAPTURE(reading.text);
    CHECK(told(read_decimal(reading.text)) == reading.as);
  }
}

TEST_CASE("a share is a percentage, a fraction or a decimal") {
  const Reading readings[] = {
      {"80%", "4/5"},   {"37.5%", "3/8"},  {"37,5%", "3/8"}, {"62,5 %", "5/8"}, {"100%", "1"},  {"0%", "0"},
      {"7/12", "7/12"}, {"14/24", "7/12"}, {"1/1", "1"},     {"0/5", "0"},      {"0.8", "4/5"}, {"2.5/10", "1/4"},
      {"1/2.5", "2/5"}, {"1/0", "no"},     {"1/-2", "no"},   {"1/", "no"},      {"/2", "no"},   {"1/2/3", "no"},
      {"%", "no"},      {"80%%", "no"},    {"8O%", "no"},    {"0,8", "no"},     {"", "no"},     {"helft", "no"},
      {"1.2.3%", "no"}, {"1e2%", "no"},
  };
  for (const Reading& reading : readings) {
    CAPTURE(reading.text);
    CHECK(told(read_share(reading.text)) == reading.as);
  }
}

TEST_CASE("fractions are compared, added and multiplied exactly") {
  CHECK(Ratio{2, 4} == Ratio{1, 2});
  CHECK_FALSE(Ratio{1, 3} == Ratio{333333333333333333, 1000000000000000000});
  CHECK(Ratio{1, 3} + Ratio{2, 3} == Ratio{1, 1});
  CHECK(Ratio{1, 2} + Ratio{-1, 2} == Ratio{0, 1});
  CHECK(Ratio{7, 12} * Ratio{12, 7} == Ratio{1, 1});
  CHECK(Ratio{-2, 3} * Ratio{3, 4} == Ratio{-1, 2});
  CHECK(Ratio{0, 1} * Ratio{3, 4} == Ratio{0, 5});
  CHECK(to_text(Ratio{-6, 4}) == "-3/2");
  CHECK(to_text(Ratio{6, 3}) == "2");
}

TEST_CASE("rounding knows half away from zero, up and down, alike on both sides of zero") {
  struct Rounded {
    std::int64_t cents, unit, half, up, down;
  };
  const Rounded table[] = {
      {0, 100, 0, 0, 0},
      {1, 100, 0, 100, 0},
      {49, 100, 0, 100, 0},
      {50, 100, 100, 100, 0},
      {99, 100, 100, 100, 0},
      {100, 100, 100, 100, 100},
      {101, 100, 100, 200, 100},
      {-1, 100, 0, -100, 0},
      {-49, 100, 0, -100, 0},
      {-50, 100, -100, -100, 0},
      {-100, 100, -100, -100, -100},
      {-101, 100, -100, -200, -100},
      {4999'99, 10000'00, 0, 10000'00, 0},
      {5000'00, 10000'00, 10000'00, 10000'00, 0},
      {10, 3, 9, 12, 9},
      {-11, 3, -12, -12, -9},
  };
  for (const auto& [amount, unit, half, up, down] : table) {
    CAPTURE(amount, unit);
    const Ratio exact = Ratio::of(cents(amount));
    CHECK(rounded(exact, {cents(unit), RoundingMode::half_away}) == cents(half));
    CHECK(rounded(exact, {cents(unit), RoundingMode::up}) == cents(up));
    CHECK(rounded(exact, {cents(unit), RoundingMode::down}) == cents(down));
  }
}

TEST_CASE("rounding sees the fraction of a cent, however small") {
  const Ratio just_below{Ratio{49999999999999999, 1000000000000000}};  // 49,999… cents
  CHECK(rounded(just_below, {cents(100)}) == cents(0));
  CHECK(rounded(Ratio{50, 1}, {cents(100)}) == cents(100));
  CHECK(rounded(Ratio{1, 3}, {cents(1)}) == cents(0));
  CHECK(rounded(Ratio{1, 2}, {cents(1)}) == cents(1));
  CHECK(rounded(Ratio{-1, 2}, {cents(1)}) == cents(-1));
  CHECK(rounded(Ratio{1, 1000000000000000000}, {cents(1), RoundingMode::up}) == cents(1));
  CHECK(rounded(Ratio{1, 1000000000000000000}, {cents(1), RoundingMode::down}) == cents(0));
}

TEST_CASE("the printed wages of the real plan follow from 5,1%") {
  const Ratio growth = Ratio{1, 1} + *read_decimal("5.1") * Ratio{1, 100};
  CHECK(rounded(Ratio::of(euros(116'900)) * growth, {euros(100)}) == euros(122'900));
  CHECK(rounded(Ratio::of(euros(122'900)) * growth, {euros(100)}) == euros(129'200));
  CHECK(rounded(Ratio::of(euros(116'900)) * growth, {euros(1)}) == euros(122'862));
  CHECK(rounded(Ratio::of(euros(116'900)) * growth, {cents(1)}) == cents(122'861'90));
}

TEST_CASE("a fraction past 38 digits is an overflow that stays one, and so is the money it gives") {
  const Ratio large = power_of_ten(20);
  CHECK_FALSE((large * power_of_ten(18)).is_overflow());
  Ratio gone = large * large;
  CHECK(gone.is_overflow());
  CHECK((gone * Ratio{0, 1}).is_overflow());
  CHECK((gone + Ratio{1, 1}).is_overflow());
  CHECK((Ratio{1, 1} + gone).is_overflow());
  CHECK(gone == Ratio::overflow());
  CHECK_FALSE(gone == Ratio{0, 1});
  CHECK(rounded(gone, {}).is_overflow());
  CHECK(Ratio::of(Money::overflow()).is_overflow());
  CHECK(large * (Ratio{1, 1} * Ratio{1, large.num}) == Ratio{1, 1});  // reduced before it is given up
}

TEST_CASE("rounding gives money up to the limit, and overflow one cent further") {
  const Ratio limit{Money::limit_cents, 1};
  CHECK(rounded(limit, {}) == cents(Money::limit_cents));
  CHECK(rounded(limit + Ratio{49, 100}, {}) == cents(Money::limit_cents));
  CHECK(rounded(limit + Ratio{1, 2}, {}).is_overflow());
  CHECK(rounded(limit + Ratio{1, 100}, {cents(1), RoundingMode::up}).is_overflow());
  CHECK(rounded(limit + Ratio{99, 100}, {cents(1), RoundingMode::down}) == cents(Money::limit_cents));
  CHECK(rounded(power_of_ten(38), {}).is_overflow());
  CHECK(rounded(Ratio{-Money::limit_cents, 1} + Ratio{-1, 2}, {}).is_overflow());
}

TEST_CASE("parts that make a whole add up to it to the cent") {
  CHECK(pieces(euros(46'000), {"80%", "20%"}, cents(1)) == "36800.00 9200.00");
  CHECK(pieces(euros(835'651), {"37.5%", "62.5%"}, euros(1)) == "313369.00 522282.00");
  CHECK(pieces(euros(835'651), {"37.5%", "62.5%"}, cents(1)) == "313369.13 522281.87");
  CHECK(pieces(euros(1), {"1/3", "1/3", "1/3"}, cents(1)) == "0.34 0.33 0.33");
  CHECK(pieces(euros(100), {"1/3", "1/3", "1/3"}, euros(1)) == "34.00 33.00 33.00");
  CHECK(pieces(cents(1), {"1/3", "1/3", "1/3"}, cents(1)) == "0.01 0.00 0.00");
  CHECK(pieces(cents(2), {"1/3", "1/3", "1/3"}, cents(1)) == "0.01 0.01 0.00");
  CHECK(pieces(cents(1), {"1/4", "3/4"}, cents(1)) == "0.00 0.01");  // the largest remainder first
  CHECK(pieces(euros(1'200), {"7/12", "5/12"}, cents(1)) == "700.00 500.00");
  CHECK(pieces(Money(), {"80%", "20%"}, euros(1)) == "0.00 0.00");
  CHECK(pieces(euros(5), {"100%"}, euros(1000)) == "5.00");
  CHECK(pieces(euros(5), {"0%", "100%"}, cents(1)) == "0.00 5.00");
}

TEST_CASE("a negative total is cut like a positive one: whole units that add up to it") {
  CHECK(pieces(euros(-46'000), {"80%", "20%"}, cents(1)) == "-36800.00 -9200.00");
  CHECK(pieces(euros(-100), {"1/2", "1/2"}, euros(1)) == "-50.00 -50.00");
  CHECK(pieces(cents(-1), {"1/3", "1/3", "1/3"}, cents(1)) == "-0.01 0.00 0.00");
  CHECK(pieces(euros(-835'651), {"37.5%", "62.5%"}, euros(1)) == "-313369.00 -522282.00");
}

TEST_CASE("the last part takes the cents that make no whole unit") {
  CHECK(pieces(cents(100'50), {"1/2", "1/2"}, euros(1)) == "50.00 50.50");
  CHECK(pieces(cents(99), {"80%", "20%"}, euros(1)) == "0.00 0.99");
  CHECK(pieces(euros(1'550), {"1/2", "1/2"}, euros(100)) == "800.00 750.00");
}

TEST_CASE("a total at the limit is cut without leaving the range, and one beyond it stays an overflow") {
  CHECK(pieces(cents(Money::limit_cents), {"1/2", "1/2"}, cents(1)) == "45000000000000000.00 45000000000000000.00");
  CHECK(pieces(cents(-Money::limit_cents), {"1/4", "3/4"}, cents(1)) == "-22500000000000000.00 -67500000000000000.00");
  for (const Money piece : split(Money::overflow(), std::vector<Ratio>{{1, 2}, {1, 2}}, cents(1)))
    CHECK(piece.is_overflow());
  CHECK(split(euros(1), std::vector<Ratio>{}, cents(1)).empty());
}

TEST_CASE("shares have at most twelve digits, so that they are compared without leaving the range of the arithmetic") {
  const std::vector<Ratio> shares = {*read_share("1/999999999989"), *read_share("999999999988/999999999989")};
  REQUIRE(shares[0] + shares[1] == Ratio{1, 1});
  CHECK(fate_of([&] { split(cents(Money::limit_cents), shares, cents(1)); }) == "fine");
  CHECK(read_share("1/1000000000000"));
  CHECK_FALSE(read_share("1/1000000000001"));
  CHECK_FALSE(read_share("0.12345678901234567/0.98765432109876543"));
}

TEST_CASE("a part that is larger than the whole may leave the range: that is an overflow, not another amount") {
  const std::vector<Ratio> shares = {{3, 1}, {-2, 1}};
  CHECK(split(euros(100), shares, cents(1)) == std::vector<Money>{euros(300), euros(-200)});
  for (const Money piece : split(cents(Money::limit_cents), shares, cents(1))) CHECK(piece.is_overflow());
}

TEST_CASE("a product of any length is exact, and rounded once") {
  CHECK(grown(100'000, {1051, 1000}, 99) == "137615.99");
  CHECK(grown(-100'000, {1051, 1000}, 99) == "-137615.99");
  CHECK(grown(100, {3, 2}, 0) == "1.00");
  CHECK(grown(0, {3, 2}, 99) == "0.00");
  CHECK(grown(100, {0, 1}, 3) == "0.00");
  CHECK(grown(100, {2, 1}, 99) == to_plain(Money::overflow()));
  CHECK(rounded_product(cents(100), std::vector<Ratio>{{1, 2}, Ratio::overflow()}, {}).is_overflow());
  // What was an overflow stays one, also where half of its bits would be an amount.
  CHECK(rounded_product(Money::overflow(), std::vector<Ratio>{{1, 2}}, {}).is_overflow());
  CHECK(rounded_product(Money::overflow(), std::vector<Ratio>{{0, 1}}, {}).is_overflow());
  // Where a Ratio can hold it, it is what rounding that gives.
  for (const RoundingMode mode : {RoundingMode::half_away, RoundingMode::up, RoundingMode::down})
    for (const std::int64_t base : {1, 25, 50, 149, -50, -149, 12'345})
      for (const Ratio factor : {Ratio{1, 2}, Ratio{3, 7}, Ratio{1051, 1000}, Ratio{2, 1}}) {
        const Rounding rounding{euros(1), mode};
        CHECK(rounded_product(cents(base), std::vector<Ratio>{factor}, rounding) ==
              rounded(Ratio{base, 1} * factor, rounding));
      }
}

TEST_CASE("a percentage below zero says so") {
  CHECK(to_percentage({-51, 1000}) == "-5,1%");
  CHECK(to_percentage({-1, 40}, 2) == "-2,50%");
  CHECK(to_dutch(Ratio{-1234, 1}, 0, 2) == "-1.234");
}

TEST_CASE("a ratio in half of the bytes is the same ratio") {
  for (const char* text : {"0", "-0", "73.57", "-1.21", "999999999999999999", "-999999999999999999",
                           "0.00000000000000001", "-9.99999999999999999", "123456789.012345678"}) {
    INFO(text);
    const Ratio ratio = *read_decimal(text);
    CHECK(Ratio(SlimRatio(ratio)).num == ratio.num);
    CHECK(Ratio(SlimRatio(ratio)).den == ratio.den);
  }
}
