// The year of a row, as packages write one: 2025, a period 2025-13 or 202513, a date 31-12-2025 or 2025-12-31.
#pragma once

#include <optional>
#include <string_view>

#include "base/year.h"

namespace saldo {

std::optional<Year> read_written_year(std::string_view text);

}  // namespace saldo
