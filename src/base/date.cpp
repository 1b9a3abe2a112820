#include "base/date.h"

#include <fmt/format.h>

namespace saldo {

namespace {

std::optional<std::int16_t> read_digits(std::string_view text) {
  std::int16_t value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = static_cast<std::int16_t>(10 * value + (c - '0'));
  }
  return value;
}

bool leaps(int year) { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }

int days_in(int year, int month) {
  constexpr int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return month == 2 && leaps(year) ? 29 : days[month - 1];
}

}  // namespace

std::optional<Date> read_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto year = read_digits(text.substr(0, 4));
  const auto month = read_digits(text.substr(5, 2));
  const auto day = read_digits(text.substr(8, 2));
  if (!year || !month || !day || *year < 1000 || *month < 1 || *month > 12) return std::nullopt;
  if (*day < 1 || *day > days_in(*year, *month)) return std::nullopt;
  return Date{*year, *month, *day};
}

std::string to_text(Date date) { return fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day); }

std::string to_dutch(Date date) {
  constexpr std::string_view months[] = {"januari", "februari", "maart",     "april",   "mei",      "juni",
                                         "juli",    "augustus", "september", "oktober", "november", "december"};
  return fmt::format("{} {} {}", date.day, months[date.month - 1], date.year);
}

}  // namespace saldo
