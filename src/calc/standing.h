// Which figures of a plan are shown: as it was adopted, as it is now, with what was booked, or with what is expected.
#pragma once

#include <cstdint>
#include <string_view>

namespace saldo {

// Each has what the one before it has, and more.
enum class Standing : std::uint8_t {
  primitief,   // the budget as it was adopted
  actueel,     // with its begrotingswijzigingen
  realisatie,  // with what was booked in closed years
  prognose,    // with what is expected of years that are open
};
constexpr std::string_view to_text(Standing standing) {
  constexpr std::string_view words[] = {"primitief", "actueel", "realisatie", "prognose"};
  return words[static_cast<std::size_t>(standing)];
}

constexpr bool has_adopted(Standing standing) { return standing >= Standing::actueel; }
constexpr bool counts_booked(Standing standing) { return standing >= Standing::realisatie; }

}  // namespace saldo
