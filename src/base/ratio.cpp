#include "base/ratio.h"

#include <algorithm>
#include <compare>
#include <numeric>

#include "base/text.h"

namespace saldo {

namespace {

Wide absolute(Wide value) { return value < 0 ? -value : value; }

Wide gcd(Wide a, Wide b) {
  a = absolute(a);
  b = absolute(b);
  while (b != 0) {
    const Wide rest = a % b;
    a = b;
    b = rest;
  }
  return a;
}

void reduce(Wide& a, Wide& b) {
  const Wide divisor = gcd(a, b);
  if (divisor > 1) {
    a /= divisor;
    b /= divisor;
  }
}

bool multiply(Wide a, Wide b, Wide& product) { return !__builtin_mul_overflow(a, b, &product); }

std::string digits_of(Wide value) {
  if (value == 0) return "0";
  std::string digits;
  for (Wide rest = absolute(value); rest != 0; rest /= 10)
    digits += static_cast<char>('0' + static_cast<int>(rest % 10));
  if (value < 0) digits += '-';
  std::reverse(digits.begin(), digits.end());
  return digits;
}

Money to_money(Wide units, Money unit) {
  Wide cents = 0;
  if (!multiply(units, unit.cents(), cents) || absolute(cents) > Money::limit_cents) return Money::overflow();
  return Money::of_cents(static_cast<std::int64_t>(cents));
}

Wide floor_division(Wide a, Wide b) { return a / b - (a % b != 0 && (a < 0) != (b < 0) ? 1 : 0); }

}  // namespace

Ratio Ratio::of(Money money) { return money.is_overflow() ? overflow() : Ratio{money.cents(), 1}; }

// Reducing costs more than multiplying, so it waits until the digits run out.
Ratio operator*(Ratio a, Ratio b) {
  if (a.is_overflow() || b.is_overflow()) return Ratio::overflow();
  Ratio product;
  if (multiply(a.num, b.num, product.num) && multiply(a.den, b.den, product.den)) return product;
  reduce(a.num, a.den);
  reduce(b.num, b.den);
  reduce(a.num, b.den);
  reduce(b.num, a.den);
  if (multiply(a.num, b.num, product.num) && multiply(a.den, b.den, product.den)) return product;
  return Ratio::overflow();
}

Ratio operator+(Ratio a, Ratio b) {
  if (a.is_overflow() || b.is_overflow()) return Ratio::overflow();
  const Wide shared = gcd(a.den, b.den);
  Ratio sum;
  Wide left = 0;
  Wide right = 0;
  if (!multiply(a.num, b.den / shared, left) || !multiply(b.num, a.den / shared, right) ||
      __builtin_add_overflow(left, right, &sum.num) || !multiply(a.den, b.den / shared, sum.den))
    return Ratio::overflow();
  reduce(sum.num, sum.den);
  return sum;
}

bool operator==(Ratio a, Ratio b) {
  if (a.is_overflow() || b.is_overflow()) return a.is_overflow() == b.is_overflow();
  reduce(a.num, a.den);
  reduce(b.num, b.den);
  return a.num == b.num && a.den == b.den;
}

int sign_of_difference(Ratio a, Ratio b) {
  const Ratio difference = a + b * Ratio{-1, 1};
  return difference.num < 0 ? -1 : difference.num > 0 ? 1 : 0;
}

std::vector<Ratio> ratios_of(std::span<const SlimRatio> written) { return {written.begin(), written.end()}; }

Ratio sum_of(std::span<const Ratio> ratios) {
  Ratio sum{0, 1};
  for (const Ratio& ratio : ratios) sum = sum + ratio;
  return sum;
}

std::optional<Ratio> read_decimal(std::string_view text) {
  const bool negative = text.starts_with('-');
  if (negative || text.starts_with('+')) text.remove_prefix(1);
  Ratio value;
  int digits = 0;
  bool point = false;
  for (const char c : text) {
    if (c == '_') continue;
    if (c == '.' && !point && digits > 0) {
      point = true;
    } else if (is_digit(c) && ++digits <= 18) {
      value.num = value.num * 10 + (c - '0');
      if (point) value.den *= 10;
    } else {
      return std::nullopt;
    }
  }
  if (digits == 0 || text.ends_with('.')) return std::nullopt;
  if (negative) value.num = -value.num;
  reduce(value.num, value.den);
  return value;
}

namespace {

// Small enough for split() to compare what is left of two shares.
std::optional<Ratio> reduced_share(Ratio share) {
  constexpr Wide most = 1'000'000'000'000;
  reduce(share.num, share.den);
  return absolute(share.num) > most || share.den > most ? std::nullopt : std::optional(share);
}

}  // namespace

std::optional<Ratio> read_share(std::string_view text) {
  if (text.ends_with('%')) {
    std::string percentage(text.substr(0, text.size() - 1));
    std::replace(percentage.begin(), percentage.end(), ',', '.');
    while (percentage.ends_with(' ')) percentage.pop_back();
    const std::optional<Ratio> value = read_decimal(percentage);
    return value ? reduced_share(*value * Ratio{1, 100}) : std::nullopt;
  }
  const std::size_t slash = text.find('/');
  if (slash == std::string_view::npos) {
    const std::optional<Ratio> value = read_decimal(text);
    return value ? reduced_share(*value) : std::nullopt;
  }
  const std::optional<Ratio> num = read_decimal(text.substr(0, slash));
  const std::optional<Ratio> den = read_decimal(text.substr(slash + 1));
  if (!num || !den || den->num <= 0) return std::nullopt;
  return reduced_share(*num * Ratio{den->den, den->num});
}

std::string to_dutch(Ratio ratio, int least_decimals, int most_decimals) {
  if (ratio.is_overflow()) return "#####";
  reduce(ratio.num, ratio.den);
  std::string text = digits_of(absolute(ratio.num) / ratio.den);
  for (std::size_t at = text.size(); at > 3;) text.insert(at -= 3, 1, '.');
  if (ratio.num < 0) text.insert(0, 1, '-');
  Wide rest = absolute(ratio.num) % ratio.den;
  for (int decimal = 0; decimal < most_decimals && (rest != 0 || decimal < least_decimals); ++decimal) {
    if (decimal == 0) text += ',';
    rest *= 10;
    text += static_cast<char>('0' + static_cast<int>(rest / ratio.den));
    rest %= ratio.den;
  }
  return rest == 0 ? text : text + "…";
}

std::string to_text(Ratio ratio) {
  reduce(ratio.num, ratio.den);
  return ratio.den == 1 ? digits_of(ratio.num) : digits_of(ratio.num) + "/" + digits_of(ratio.den);
}

Money rounded(Ratio cents, const Rounding& rounding) {
  if (cents.is_overflow()) return Money::overflow();
  Wide unit = 0;
  if (!multiply(cents.den, rounding.unit.cents(), unit)) {
    reduce(cents.num, cents.den);
    if (!multiply(cents.den, rounding.unit.cents(), unit)) return Money::overflow();
  }
  Wide units = cents.num / unit;
  const Wide rest = absolute(cents.num % unit);
  const bool away = rounding.mode == RoundingMode::up     ? rest != 0
                    : rounding.mode == RoundingMode::down ? false
                                                          : rest >= unit - rest;
  if (away) units += cents.num < 0 ? -1 : 1;
  return to_money(units, rounding.unit);
}

namespace {

// A whole number of any length, least digits first.
using Limbs = std::vector<std::uint32_t>;
constexpr int limb_bits = 32;

Limbs limbs_of(Wide value) {
  Limbs limbs;
  for (; value != 0; value >>= limb_bits) limbs.push_back(static_cast<std::uint32_t>(value));
  return limbs;
}

Limbs product(const Limbs& a, const Limbs& b) {
  Limbs all(a.size() + b.size());
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::uint64_t carry = 0;
    for (std::size_t j = 0; j < b.size(); ++j) {
      carry += std::uint64_t{a[i]} * b[j] + all[i + j];
      all[i + j] = static_cast<std::uint32_t>(carry);
      carry >>= limb_bits;
    }
    all[i + b.size()] = static_cast<std::uint32_t>(carry);
  }
  while (!all.empty() && all.back() == 0) all.pop_back();
  return all;
}

std::strong_ordering order(const Limbs& a, const Limbs& b) {
  if (a.size() != b.size()) return a.size() <=> b.size();
  return std::lexicographical_compare_three_way(a.rbegin(), a.rend(), b.rbegin(), b.rend());
}

// The largest count with count * unit <= whole, as far as money goes.
std::int64_t whole_units(const Limbs& whole, const Limbs& unit) {
  std::int64_t count = 0;
  for (std::int64_t step = std::int64_t{1} << 62; step > 0; step >>= 1)
    if (order(product(unit, limbs_of(Wide{count} + step)), whole) <= 0) count += step;
  return count;
}

}  // namespace

Money rounded_product(Money base, std::span<const Ratio> factors, const Rounding& rounding) {
  if (base.is_overflow()) return base;
  Limbs whole = limbs_of(absolute(base.cents())), unit = limbs_of(rounding.unit.cents());
  for (const Ratio& factor : factors) {
    if (factor.is_overflow()) return Money::overflow();
    whole = product(whole, limbs_of(factor.num));
    unit = product(unit, limbs_of(factor.den));
  }
  Wide units = whole_units(whole, unit);
  const auto reaches = [&](Wide halves) { return order(product(unit, limbs_of(halves)), product(whole, {2})) <= 0; };
  const bool away = rounding.mode == RoundingMode::up     ? order(product(unit, limbs_of(units)), whole) < 0
                    : rounding.mode == RoundingMode::down ? false
                                                          : reaches(2 * units + 1);
  if (away) ++units;
  return to_money(base < Money() ? -units : units, rounding.unit);
}

std::vector<Money> split(Money total, std::span<const Ratio> shares, Money unit) {
  if (total.is_overflow()) return std::vector<Money>(shares.size(), Money::overflow());
  if (total < Money()) {  // what takes an amount back takes back its very parts
    std::vector<Money> parts = split(-total, shares, unit);
    for (Money& part : parts) part = -part;
    return parts;
  }
  struct Piece {
    Wide units, remainder, den;
  };
  std::vector<Piece> pieces;
  const Wide whole_units = floor_division(total.cents(), unit.cents());
  Wide left = whole_units;
  for (const Ratio& share : shares) {
    const Ratio exact = Ratio{whole_units, 1} * share;
    if (exact.is_overflow()) return std::vector<Money>(shares.size(), Money::overflow());
    const Wide units = floor_division(exact.num, exact.den);
    pieces.push_back({units, exact.num - units * exact.den, exact.den});
    left -= units;
  }
  std::vector<std::size_t> order(pieces.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&pieces](std::size_t a, std::size_t b) {
    return pieces[a].remainder * pieces[b].den > pieces[b].remainder * pieces[a].den;
  });
  for (std::size_t i = 0; i < order.size() && left > 0; ++i, --left) ++pieces[order[i]].units;
  std::vector<Money> out;
  Money given;
  for (const Piece& piece : pieces) {
    out.push_back(to_money(piece.units, unit));
    given += out.back();
  }
  if (!out.empty()) out.back() += total - given;
  return out;
}

std::string to_percentage(Ratio share, int least_decimals) {
  return to_dutch(share * Ratio{100, 1}, least_decimals, 4) + "%";
}

}  // namespace saldo
