// Exact fractions for everything that multiplies money: percentages, index factors, parts, rates and hours.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/money.h"

namespace saldo {

__extension__ typedef __int128 Wide;

// num / den with den > 0. Past 38 digits it becomes `overflow()` (den == 0) and stays it.
struct Ratio {
  Wide num = 0;
  Wide den = 1;

  static Ratio overflow() { return {0, 0}; }
  static Ratio of(Money money);  // in cents
  bool is_overflow() const { return den == 0; }

  friend Ratio operator*(Ratio a, Ratio b);
  friend Ratio operator+(Ratio a, Ratio b);
  friend bool operator==(Ratio a, Ratio b);
};

// One that was written as a number: with at most eighteen digits it takes half of the bytes.
class SlimRatio {
 public:
  // Of what read_decimal() or read_share() gives.
  explicit SlimRatio(const Ratio& ratio)
      : num_(static_cast<std::int64_t>(ratio.num)), den_(static_cast<std::int64_t>(ratio.den)) {}
  operator Ratio() const { return {num_, den_}; }

 private:
  std::int64_t num_, den_;
};

std::vector<Ratio> ratios_of(std::span<const SlimRatio> written);

Ratio sum_of(std::span<const Ratio> ratios);

// The sign of a - b: below, at or above zero. 0 too where that has more than 38 digits.
int sign_of_difference(Ratio a, Ratio b);

// 5.1, 73.57, -2: digits with at most one point and no exponent; up to 18 digits in all.
std::optional<Ratio> read_decimal(std::string_view text);

// A share: "80%", "37.5%", "37,5%", "7/12" or "0.8"; above and below the line at most twelve digits.
std::optional<Ratio> read_share(std::string_view text);

// 5,1 or 724.900,00: at least and at most so many decimals, "…" behind them when there are more.
std::string to_dutch(Ratio ratio, int least_decimals, int most_decimals);

// A share as a percentage in Dutch notation: 51/1000 is "5,1%".
std::string to_percentage(Ratio share, int least_decimals = 0);

std::string to_text(Ratio ratio);  // 7/12, or 3 when it is whole: for messages

enum class RoundingMode { half_away, up, down };  // "half", "boven", "beneden": up is to the larger amount in size

// How a derived amount is rounded. With `exact_chain` an index follows from the unrounded year before.
struct Rounding {
  Money unit = Money::of_cents(1);
  RoundingMode mode = RoundingMode::half_away;
  bool exact_chain = false;
  friend bool operator==(const Rounding&, const Rounding&) = default;
};

// `cents` to a whole multiple of rounding.unit; overflow when it leaves the range of Money.
Money rounded(Ratio cents, const Rounding& rounding);

// `base` times all of these, rounded once: exact however many digits that takes. None of them is below zero.
Money rounded_product(Money base, std::span<const Ratio> factors, const Rounding& rounding);

// `total` cut by shares that add up to one: every piece a multiple of `unit`, the largest remainders rounded up,
// the last piece taking what is no whole unit, so that the pieces add up to `total` to the cent.
std::vector<Money> split(Money total, std::span<const Ratio> shares, Money unit);

}  // namespace saldo
