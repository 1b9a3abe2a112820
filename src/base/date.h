// Calendar dates, as a decision has one.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace saldo {

struct Date {
  std::int16_t year = 0;
  std::int16_t month = 0;
  std::int16_t day = 0;
  friend auto operator<=>(const Date&, const Date&) = default;
};

// 2025-06-30, a day that exists, and nothing else.
std::optional<Date> read_date(std::string_view text);

std::string to_text(Date date);

// "30 juni 2025", where people read.
std::string to_dutch(Date date);

}  // namespace saldo
