#include "report/workbook/cells/rounding_text.h"

namespace saldo {

namespace {

// Of units that are a power of ten cents: what the second argument of ROUND is, in euros.
std::optional<int> decimals_of_unit(Money unit) {
  int decimals = 2;
  for (std::int64_t cents = unit.cents(); cents > 1; cents /= 10, --decimals)
    if (cents % 10 != 0) return std::nullopt;
  return decimals;
}

std::string function_of(RoundingMode mode) {
  switch (mode) {
    case RoundingMode::half_away: return "ROUND";
    case RoundingMode::up: return "ROUNDUP";
    case RoundingMode::down: break;
  }
  return "ROUNDDOWN";
}

constexpr int kept_decimals = 6;  // of euros, before it is rounded up or down
constexpr Wide kept_of_a_cent = 10'000;

}  // namespace

std::string factor_text(Ratio ratio) {
  Wide whole = ratio.num < 0 ? -ratio.num : ratio.num, rest = whole % ratio.den;
  whole /= ratio.den;
  std::string text = ratio.num < 0 ? "-" : "";
  text += to_text(Ratio{whole, 1});
  if (rest != 0) text += '.';
  for (int digit = 0; digit < 15 && rest != 0; ++digit) {
    rest *= 10;
    text += static_cast<char>('0' + static_cast<int>(rest / ratio.den));
    rest %= ratio.den;
  }
  return rest == 0 ? text : '(' + to_text(ratio) + ')';
}

std::string euros_text(Money money) {
  std::string text = to_plain(money);
  if (text.ends_with(".00")) text.resize(text.size() - 3);
  return text;
}

std::string rounded_text(const std::string& formula, const Rounding& rounding) {
  const std::string function = function_of(rounding.mode);
  const bool is_half = rounding.mode == RoundingMode::half_away;
  const std::string kept = is_half ? formula : "ROUND(" + formula + ',' + std::to_string(kept_decimals) + ')';
  if (const std::optional<int> decimals = decimals_of_unit(rounding.unit))
    return function + '(' + kept + ',' + std::to_string(*decimals) + ')';
  const std::string unit = euros_text(rounding.unit);
  return function + '(' + (is_half ? '(' + kept + ')' : kept) + '/' + unit + ",0)*" + unit;
}

bool rounds_alike(Ratio cents, const Rounding& rounding) {
  if (cents.is_overflow()) return false;
  const Ratio scaled = cents * Ratio{kept_of_a_cent, 1};
  if (scaled.is_overflow() || rounded(scaled, {}).is_overflow()) return false;
  const Ratio kept = Ratio::of(rounded(scaled, {})) * Ratio{1, kept_of_a_cent};
  return rounded(kept, rounding) == rounded(cents, rounding);
}

}  // namespace saldo
