// `--sweep index.loon=3..6:0.5`: one change of the command line with a range of values.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>

#include "plan/load.h"

namespace saldo {

// What the whole numbers of a sweep count.
enum class SweepUnit : std::uint8_t {
  cent,           // an amount
  billionth_pct,  // of a percent: nine decimals
};
inline constexpr std::int64_t billion = 1'000'000'000;

struct Sweep {
  std::string text;     // as typed
  std::string address;  // index.loon
  Wijziging change;     // with the first value
  SweepUnit unit{};
  std::int64_t first = 0, last = 0, step = 0;  // step > 0; from `first` to `last`, upwards or downwards
};

// Reads a range for whatever `--set` can set. It gets a file of its own in `base`, so that findings name it; or why it
// cannot be read.
std::variant<Sweep, Message> read_sweep(PlanBase& base, std::string_view text);

}  // namespace saldo
