// Euro amounts, exact to the cent, and the two things that look like an amount but are not: PM and absent.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace saldo {

// Whole eurocents between -limit and +limit. A sum that leaves that range becomes `overflow()` and stays it,
// whatever is added later: a phase checks its results once instead of every addition.
class Money {
 public:
  static constexpr std::int64_t limit_cents = 9'000'000'000'000'000'000;  // 90.000.000.000.000.000,00 euro

  constexpr Money() = default;
  static constexpr Money overflow() { return Money(overflow_mark); }
  static constexpr Money of_cents(std::int64_t cents) {
    return cents > limit_cents || cents < -limit_cents ? overflow() : Money(cents);
  }
  static constexpr Money of_euros(std::int64_t euros) {
    std::int64_t cents = 0;
    return __builtin_mul_overflow(euros, std::int64_t{100}, &cents) ? overflow() : of_cents(cents);
  }

  constexpr bool is_overflow() const { return cents_ == overflow_mark; }
  constexpr std::int64_t cents() const { return cents_; }  // meaningless when is_overflow()
  constexpr Money size() const { return cents_ < 0 ? -*this : *this; }

  friend constexpr Money operator+(Money a, Money b) {
    if (a.is_overflow() || b.is_overflow()) return overflow();
    std::int64_t sum = 0;
    return __builtin_add_overflow(a.cents_, b.cents_, &sum) ? overflow() : of_cents(sum);
  }
  friend constexpr Money operator-(Money a) { return a.is_overflow() ? a : Money(-a.cents_); }
  friend constexpr Money operator-(Money a, Money b) { return a + -b; }
  constexpr Money& operator+=(Money b) { return *this = *this + b; }
  constexpr Money& operator-=(Money b) { return *this = *this - b; }
  friend constexpr auto operator<=>(Money, Money) = default;

 private:
  friend class Amount;
  static constexpr std::int64_t overflow_mark = INT64_MIN;
  explicit constexpr Money(std::int64_t cents) : cents_(cents) {}
  std::int64_t cents_ = 0;
};

// What stands in one cell of a budget: nothing, PM (pro memorie: not known yet), or money. Neither of the first two is zero.
class Amount {
 public:
  constexpr Amount() = default;  // absent
  constexpr Amount(Money money) : raw_(money.cents_) {}
  static constexpr Amount pm() { return Amount(pm_mark, 0); }

  constexpr bool is_absent() const { return raw_ == absent_mark; }
  constexpr bool is_pm() const { return raw_ == pm_mark; }
  constexpr bool is_money() const { return !is_absent() && !is_pm(); }
  constexpr bool is_overflow() const { return raw_ == Money::overflow_mark; }

  // The money it counts for in a sum: PM and absent count as nothing.
  constexpr Money counted() const { return is_money() ? Money(raw_) : Money(); }

  // Absent + x is x, PM + money is the money: a total is PM only when nothing in it has an amount yet.
  friend constexpr Amount operator+(Amount a, Amount b) {
    if (a.is_money() && b.is_money()) return a.counted() + b.counted();
    if (a.is_money() || b.is_absent()) return a;
    if (b.is_money() || a.is_absent()) return b;
    return pm();
  }
  constexpr Amount& operator+=(Amount b) { return *this = *this + b; }
  friend constexpr Amount operator-(Amount a) { return a.is_money() ? Amount(-a.counted()) : a; }

  // Money as soon as one of the two is; the difference with PM or absent is the amount itself.
  friend constexpr Amount operator-(Amount a, Amount b) { return a + -b; }
  friend constexpr bool operator==(Amount, Amount) = default;

 private:
  // Beside the cents of money, or its mark of overflow.
  static constexpr std::int64_t absent_mark = INT64_MIN + 1;
  static constexpr std::int64_t pm_mark = INT64_MIN + 2;
  constexpr Amount(std::int64_t mark, int) : raw_(mark) {}
  std::int64_t raw_ = absent_mark;
};

// How much `is` is above `was`, where PM and absent count as nothing.
constexpr Money difference(Amount is, Amount was) { return is.counted() - was.counted(); }

// Why a text is not an amount. `thousand` is 1.000: a Dutch thousand, or a decimal point too many?
enum class AmountError { syntax, thousand, decimals, exponent, not_finite, range };

struct ReadAmount {
  Amount amount;
  std::optional<AmountError> error;
};

inline constexpr Money one_euro = Money::of_euros(1);

// What amounts may be written in: one euro, a thousand, or a million. Each has more decimals to the cent.
inline constexpr Money written_units[] = {one_euro, Money::of_euros(1'000), Money::of_euros(1'000'000)};
std::size_t decimals_of(Money unit);

// An amount as TOML writes a number, in that unit: 116_900 or 12.50. To the cent; no exponent, nan or inf; never three
// decimals, which may be a Dutch thousand.
ReadAmount read_number_amount(std::string_view digits, Money unit = one_euro);

// An amount as a Dutch text writes it, in that unit: "1.234.567,89", "€ 500", "€ -25.000", "PM".
ReadAmount read_dutch_amount(std::string_view text, Money unit = one_euro);

std::string to_dutch(Money money, bool cents);  // 1.234.567 or 1.234.567,89; rounds half away from zero, never "-0"
std::string to_dutch_exact(Money money);        // cents only where there are any: for messages
std::string to_plain(Money money);              // 1234567.89, for machines

// Digits of an amount up to its last one that is not 0: 402.217 has six, 5.000 one, 0,50 one.
int significant_digits(Money money);

// Whether it has at least so many (from 1 on), which is told sooner.
bool has_digits(Money money, int least);

// `money` in whole `unit`s (unit > 0), half away from zero.
std::int64_t in_units(Money money, Money unit);

}  // namespace saldo
