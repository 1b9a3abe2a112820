#include "base/ratio.h"

#include <algorithm>
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
