#include "base/money.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <bit>

#include "base/text.h"

namespace saldo {

namespace {

bool all_digits(std::string_view text) { return !text.empty() && std::all_of(text.begin(), text.end(), is_digit); }

ReadAmount refused(AmountError why) { return {Amount(), why}; }

// `whole` and `fraction` are digits only; a fraction has no more of them than go to the cent.
ReadAmount amount_of(std::string_view whole, std::string_view fraction, std::size_t decimals, bool negative) {
  std::int64_t cents = 0;
  const auto append = [&cents](char digit) {
    return !__builtin_mul_overflow(cents, std::int64_t{10}, &cents) &&
           !__builtin_add_overflow(cents, std::int64_t{digit - '0'}, &cents);
  };
  for (const char digit : whole)
    if (!append(digit)) return refused(AmountError::range);
  for (std::size_t i = 0; i < decimals; ++i)
    if (!append(i < fraction.size() ? fraction[i] : '0')) return refused(AmountError::range);
  const Money money = Money::of_cents(negative ? -cents : cents);
  if (money.is_overflow()) return refused(AmountError::range);
  return {money, std::nullopt};
}

bool take(std::string_view& text, std::string_view mark) {
  if (!text.starts_with(mark)) return false;
  text.remove_prefix(mark.size());
  return true;
}

enum class Sign { none, plus, minus };

Sign take_sign(std::string_view& text) {
  if (take(text, "-/-") || take(text, "-") || take(text, "\u2212")) return Sign::minus;
  return take(text, "+") ? Sign::plus : Sign::none;
}

void trim(std::string_view& text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
}

// The spaces that do not break, which spreadsheets and text processors put between groups and after €, as plain ones.
std::string with_plain_spaces(std::string_view text) {
  std::string plain;
  while (!text.empty()) {
    const bool may_be_space = !is_ascii(text.front());
    if (may_be_space &&
        (take(text, "\u00A0") || take(text, "\u2007") || take(text, "\u2009") || take(text, "\u202F"))) {
      plain += ' ';
      continue;
    }
    plain += text.front();
    text.remove_prefix(1);
  }
  return plain;
}

// The digits of 1.234.567 or 1 234 567: groups of three after the first mark. Nothing when a group is off.
std::optional<std::string> without_groups(std::string_view text, char mark) {
  std::string digits;
  std::size_t group = 0;
  bool grouped = false;
  for (const char c : text) {
    if (c == mark) {
      if (group == 0 || group > 3 || (grouped && group != 3)) return std::nullopt;
      grouped = true;
      group = 0;
    } else if (is_digit(c)) {
      digits += c;
      ++group;
    } else {
      return std::nullopt;
    }
  }
  if (digits.empty() || (grouped && group != 3)) return std::nullopt;
  return digits;
}

// "500,-" is 500 euro and no cents.
bool is_no_cents(std::string_view fraction) {
  return fraction == "-" || fraction == "--" || fraction == "\u2013" || fraction == "\u2014";
}

std::uint64_t magnitude(std::int64_t value) {
  return value < 0 ? std::uint64_t{0} - static_cast<std::uint64_t>(value) : static_cast<std::uint64_t>(value);
}

}  // namespace

std::size_t decimals_of(Money unit) {
  std::size_t decimals = 0;
  for (std::int64_t cents = unit.cents(); cents > 1; cents /= 10) ++decimals;
  return decimals;
}

ReadAmount read_number_amount(std::string_view digits, Money unit) {
  const std::size_t decimals = decimals_of(unit);
  std::string text(digits);
  std::erase(text, '_');
  std::string_view rest = text;
  const bool negative = take_sign(rest) == Sign::minus;
  if (rest == "inf" || rest == "nan") return refused(AmountError::not_finite);
  if (rest.find_first_of("eE") != std::string_view::npos) return refused(AmountError::exponent);
  const std::size_t point = rest.find('.');
  if (point == std::string_view::npos)
    return all_digits(rest) ? amount_of(rest, "", decimals, negative) : refused(AmountError::syntax);
  const std::string_view whole = rest.substr(0, point);
  const std::string_view fraction = rest.substr(point + 1);
  if (!all_digits(whole) || !all_digits(fraction)) return refused(AmountError::syntax);
  if (fraction.size() == 3) return refused(AmountError::thousand);
  if (fraction.size() > decimals) return refused(AmountError::decimals);
  return amount_of(whole, fraction, decimals, negative);
}

ReadAmount read_dutch_amount(std::string_view written, Money unit) {
  const std::string plain = with_plain_spaces(written);
  std::string_view text = plain;
  trim(text);
  if (text == "PM" || text == "pm" || text == "p.m.") return {Amount::pm(), std::nullopt};
  Sign sign = take_sign(text);
  trim(text);
  if (take(text, "€")) {
    trim(text);
    if (sign == Sign::none) sign = take_sign(text);
    trim(text);
  }
  const std::size_t comma = text.find(',');
  std::string_view fraction;
  if (comma != std::string_view::npos) {
    fraction = text.substr(comma + 1);
    text = text.substr(0, comma);
    if (is_no_cents(fraction)) fraction = {};
    else if (!all_digits(fraction)) return refused(AmountError::syntax);
    if (fraction.size() > decimals_of(unit)) return refused(AmountError::decimals);
  }
  std::optional<std::string> whole = without_groups(text, '.');
  if (!whole) whole = without_groups(text, ' ');
  if (!whole) return refused(AmountError::syntax);
  return amount_of(*whole, fraction, decimals_of(unit), sign == Sign::minus);
}

std::int64_t in_units(Money money, Money unit) {
  const std::int64_t quotient = money.cents() / unit.cents();
  const std::uint64_t rest = magnitude(money.cents() % unit.cents());
  const bool away = rest >= magnitude(unit.cents()) - rest;
  if (!away) return quotient;
  return money.cents() < 0 ? quotient - 1 : quotient + 1;
}

std::string to_dutch(Money money, bool cents) {
  if (money.is_overflow()) return "#####";
  if (!cents) {
    const std::int64_t euros = in_units(money, Money::of_cents(100));
    return (euros < 0 ? "-" : "") + grouped(std::to_string(magnitude(euros)), '.');
  }
  const std::uint64_t all = magnitude(money.cents());
  return fmt::format("{}{},{:02}", money.cents() < 0 ? "-" : "", grouped(std::to_string(all / 100), '.'), all % 100);
}

std::string to_dutch_exact(Money money) { return to_dutch(money, money.cents() % 100 != 0); }

std::string to_plain(Money money) {
  if (money.is_overflow()) return "#####";
  const std::uint64_t all = magnitude(money.cents());
  return fmt::format("{}{}.{:02}", money.cents() < 0 ? "-" : "", all / 100, all % 100);
}

int significant_digits(Money money) {
  std::uint64_t cents = static_cast<std::uint64_t>(money.size().cents());
  if (cents == 0) return 0;
  while (cents % 10'000 == 0) cents /= 10'000;  // most amounts are round
  while (cents % 10 == 0) cents /= 10;
  int digits = 0;
  for (std::uint64_t power = 1; power <= cents; power *= 10) ++digits;  // amounts end where 64 bits do not yet
  return digits;
}

bool has_digits(Money money, int least) {
  constexpr auto powers = [] {
    std::array<std::uint64_t, 20> all{1};
    for (std::size_t i = 1; i < all.size(); ++i) all[i] = 10 * all[i - 1];
    return all;
  }();
  const auto cents = static_cast<std::uint64_t>(money.size().cents());
  const auto near = static_cast<std::size_t>(std::bit_width(cents)) * 1233 >> 12;  // digits of it, or one too few
  const std::size_t digits = near + (cents >= powers[near] ? 1 : 0), needed = static_cast<std::size_t>(least);
  return digits >= needed && cents % powers[digits - needed + 1] != 0;
}

}  // namespace saldo
