// Columns whose headings name a year by its distance from that of the budget: t-2 … t+4. Private to intake/overzicht.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "base/year.h"
#include "intake/overzicht/head.h"

namespace saldo {

// "Bedrag t-2" is -2, "t + 1" 1, and a t by itself 0.
std::optional<std::int32_t> year_offset(std::string_view heading);

// Whether it says so with a sign, which no other text does.
bool names_relative_year(std::string_view text);

// Gives such columns their years: where they are as many as the years that are asked, those in order; else t is the first
// of them. What is no amount by its heading becomes one. Without years they are left for a question.
void place_relative_years(std::vector<OverzichtColumn>& columns, std::optional<Years> asked);

}  // namespace saldo
