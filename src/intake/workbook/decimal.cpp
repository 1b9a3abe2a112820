#include "intake/workbook/decimal.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>

namespace saldo {

namespace {

constexpr std::size_t known_digits = 15;
constexpr int largest_exponent = 308;

bool is_a_digit(char c) { return '0' <= c && c <= '9'; }
bool all_digits(std::string_view text) { return std::all_of(text.begin(), text.end(), is_a_digit); }

// 0.DIGITS × 10^point, without zeros on either side; no digits: 0.
struct Written {
  bool negative = false;
  std::string digits;
  int point = 0;
};

void take_zeros_off(Written& number) {
  const std::size_t zeros = std::min(number.digits.find_first_not_of('0'), number.digits.size());
  number.digits.erase(0, zeros);
  number.point -= static_cast<int>(zeros);
  number.digits.erase(number.digits.find_last_not_of('0') + 1);
}

// Half away from zero.
void round_to(Written& number, std::size_t digits) {
  if (number.digits.size() <= digits) return;
  const bool up = number.digits[digits] >= '5';
  number.digits.resize(digits);
  std::size_t at = digits;
  while (up && at > 0 && number.digits[at - 1] == '9') number.digits[--at] = '0';
  if (up && at > 0) ++number.digits[at - 1];
  if (up && at == 0) {
    number.digits.insert(number.digits.begin(), '1');
    ++number.point;
  }
  take_zeros_off(number);
}

std::optional<int> exponent_of(std::string_view text) {
  const bool negative = text.starts_with('-');
  if (negative || text.starts_with('+')) text.remove_prefix(1);
  if (text.empty() || text.size() > 3 || !all_digits(text)) return std::nullopt;
  int exponent = 0;
  for (const char c : text) exponent = exponent * 10 + (c - '0');
  if (exponent > largest_exponent) return std::nullopt;
  return negative ? -exponent : exponent;
}

std::optional<Written> read_written(std::string_view text) {
  Written number;
  number.negative = text.starts_with('-');
  if (number.negative || text.starts_with('+')) text.remove_prefix(1);
  const std::size_t e = text.find_first_of("eE");
  const std::optional<int> exponent = e == text.npos ? 0 : exponent_of(text.substr(e + 1));
  const std::string_view body = text.substr(0, e);
  const std::size_t dot = body.find('.');
  const std::string_view whole = body.substr(0, dot), fraction = dot == body.npos ? "" : body.substr(dot + 1);
  if (!exponent || body.size() > 400 || whole.size() + fraction.size() == 0 || !all_digits(whole) ||
      !all_digits(fraction))
    return std::nullopt;
  number.digits.append(whole).append(fraction);
  number.point = static_cast<int>(whole.size()) + *exponent;
  take_zeros_off(number);
  return number;
}

// With at least so many digits on each side of the point.
std::string written(const Written& number, std::size_t before, std::size_t behind) {
  const auto zeros = [](std::size_t count) { return std::string(count, '0'); };
  const std::size_t point = number.point > 0 ? static_cast<std::size_t>(number.point) : 0;
  std::string whole = number.digits.substr(0, point), fraction;
  if (point > number.digits.size()) whole += zeros(point - number.digits.size());
  if (number.point < 0 && !number.digits.empty()) fraction = zeros(static_cast<std::size_t>(-number.point));
  if (point < number.digits.size()) fraction += number.digits.substr(point);
  if (whole.size() < before) whole.insert(0, zeros(before - whole.size()));
  if (fraction.size() < behind) fraction += zeros(behind - fraction.size());
  return (number.negative && !number.digits.empty() ? "-" : "") + whole + (fraction.empty() ? "" : "." + fraction);
}

// To so many digits behind the point.
void round_behind(Written& number, std::size_t behind) {
  const int kept = number.point + static_cast<int>(behind);
  if (kept >= 0) return round_to(number, static_cast<std::size_t>(kept));
  number.digits.clear();
}

// A format of one number: what stands before and behind it, and how many digits it has at least.
struct Pattern {
  std::string before, behind;
  std::size_t whole = 0, fraction = 0;
  bool percentage = false, plain = true;
  bool begun = false, in_fraction = false, ended = false;

  void add_literal(std::string_view text) {
    ended = begun;
    (begun ? behind : before).append(text);
  }
  void add(char c) {
    if (c == '%') percentage = true;
    if (c == '0' || c == '#' || c == '.') {
      plain = plain && !ended && !(c == '#' && in_fraction) && !(c == '.' && in_fraction);
      begun = true;
      if (c == '.') in_fraction = true;
      if (c == '0') ++(in_fraction ? fraction : whole);
    } else if (std::string_view("-/ ()%:+").find(c) != std::string_view::npos) {
      add_literal(std::string_view(&c, 1));
    } else {
      plain = false;  // marks between thousands, an exponent, a fraction, a date
    }
  }
};

// The first section, which is that of what is not negative; without colours, conditions and currencies in [ ].
Pattern read_pattern(std::string_view format) {
  Pattern pattern;
  for (std::size_t i = 0; i < format.size() && format[i] != ';'; ++i) {
    if (format[i] == '"') {
      const std::size_t end = std::min(format.find('"', i + 1), format.size());
      pattern.add_literal(format.substr(i + 1, end - i - 1));
      i = end;
    } else if (format[i] == '\\' && i + 1 < format.size()) {
      pattern.add_literal(format.substr(++i, 1));
    } else if (format[i] == '[') {
      pattern.plain = false;
      i = std::min(format.find(']', i), format.size());
    } else {
      pattern.add(format[i]);
    }
  }
  return pattern;
}

// Days since 1 March of year 0, in years that begin in March: the leap day is then the last one.
std::string civil(std::int64_t days_since_1970) {
  const std::int64_t z = days_since_1970 + 719'468, era = z / 146'097, of_era = z - era * 146'097;
  const std::int64_t year = (of_era - of_era / 1'460 + of_era / 36'524 - of_era / 146'096) / 365;
  const std::int64_t of_year = of_era - (365 * year + year / 4 - year / 100);
  const std::int64_t month = (5 * of_year + 2) / 153, day = of_year - (153 * month + 2) / 5 + 1;
  return fmt::format("{:04}-{:02}-{:02}", year + era * 400 + (month >= 10 ? 1 : 0), month < 10 ? month + 3 : month - 9,
                     day);
}

}  // namespace

std::optional<std::string> exact_decimal(std::string_view text) {
  std::optional<Written> number = read_written(text);
  if (!number) return std::nullopt;
  round_to(*number, known_digits);
  return written(*number, 1, 0);
}

std::optional<std::string> shown_with(std::string_view decimal, std::string_view format) {
  const Pattern pattern = read_pattern(format);
  std::optional<Written> number = read_written(decimal);
  if (!number || !pattern.plain || !pattern.begun) return std::nullopt;
  if (pattern.percentage) number->point += 2;
  round_behind(*number, pattern.fraction);
  std::string shown = pattern.before + written(*number, pattern.whole, pattern.fraction) + pattern.behind;
  if (shown == decimal) return std::nullopt;
  return shown;
}

bool is_date_format(std::string_view format) {
  if (format == "General") return false;
  for (std::size_t i = 0; i < format.size() && format[i] != ';'; ++i) {
    const char c = format[i];
    if (c == '"') i = std::min(format.find('"', i + 1), format.size());
    else if (c == '\\' || c == '_' || c == '*') ++i;
    else if (c == '[') {  // [h]:mm is a time, [Red] and [$€-413] are none
      if (i + 1 < format.size() && std::string_view("hms").find(format[i + 1]) != std::string_view::npos &&
          format.find(']', i) != format.npos && format.find(']', i) - i <= 3)
        return true;
      i = std::min(format.find(']', i), format.size());
    } else if (std::string_view("yYmMdDhHsS").find(c) != std::string_view::npos) {
      return true;
    }
  }
  return false;
}

bool is_percentage_format(std::string_view format) { return read_pattern(format).percentage; }

std::optional<std::string> iso_date(std::string_view day, bool since_1904) {
  const std::string_view whole = day.substr(0, day.find('.'));
  if (whole.empty() || whole.size() > 7 || !all_digits(whole)) return std::nullopt;
  std::int64_t days = 0;
  for (const char c : whole) days = days * 10 + (c - '0');
  if (since_1904) days += 1'462;
  if (days < 1 || days > 2'958'465) return std::nullopt;  // the last day of 9999
  if (days < 60) ++days;                                  // for Excel 1900 had a 29 February
  return civil(days - 25'569);
}

std::optional<std::string> with_point_if_same(std::string_view shown, std::string_view decimal) {
  std::string text(shown);
  std::replace(text.begin(), text.end(), ',', '.');
  if (std::count(text.begin(), text.end(), '.') > 1 || text.find_first_not_of("0123456789.-") != text.npos)
    return std::nullopt;
  const std::optional<std::string> same = exact_decimal(text);
  if (!same || *same != decimal || text == decimal) return std::nullopt;
  return text;
}

}  // namespace saldo
