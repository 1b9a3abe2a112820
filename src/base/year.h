// Calendar years and the run of years a plan covers.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace saldo {

struct Year {
  std::int16_t value = 0;  // 1000..9999 once loaded
  friend auto operator<=>(Year, Year) = default;
  friend constexpr Year operator+(Year year, int years) { return {static_cast<std::int16_t>(year.value + years)}; }
  friend constexpr Year operator-(Year year, int years) { return year + -years; }
};

// Four digits and nothing else, from 1000 on.
std::optional<Year> read_year(std::string_view text);

// Years in order as people list them: "2025, 2027-2028".
std::string to_text(std::span<const Year> years);

// first..last, both included. `at(0)` is the first year; loops over a plan's years count from 0 to size().
struct Years {
  Year first;
  Year last;
  std::size_t size() const { return static_cast<std::size_t>(last.value - first.value + 1); }
  bool contains(Year year) const { return first <= year && year <= last; }
  std::size_t index(Year year) const { return static_cast<std::size_t>(year.value - first.value); }
  Year at(std::size_t index) const { return first + static_cast<int>(index); }
};

}  // namespace saldo
