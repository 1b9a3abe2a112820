// What of a budget comes back every year and what comes once, as its posts say; and whether what comes back is covered.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "calc/kenmerken/kenmerken.h"

namespace saldo {

// What a post says of itself with `structureel`: true, false, or nothing. What follows from the restant of a project comes
// once; what was booked without a budget says nothing.
enum class Aard : std::uint8_t { incidenteel, structureel, onbekend };
inline constexpr Aard every_aard[] = {Aard::incidenteel, Aard::structureel, Aard::onbekend};
constexpr std::string_view to_text(Aard aard) {
  constexpr std::string_view names[] = {"incidenteel", "structureel", "onbekend"};
  return names[static_cast<std::size_t>(aard)];
}

Aard aard_of(const Post& post);

// Which posts are of it, by Project::first_post and their position.
PostSelection posts_of(const Plan& plan, Aard aard);

// How many posts of these projects have an amount in any of the years.
std::size_t count_with_amounts(const Plan& plan, const Amounts& amounts, const Selection& projects, Years years);

// What the posts that say `structureel = true` come to in a year, and those that do not say.
struct StructuralYear {
  Money baten;
  Money lasten;
  Money unmarked_baten = {};
  Money unmarked_lasten = {};
  Money saldo() const { return baten - lasten; }
  // In whole euros.
  bool is_covered() const { return in_units(saldo(), one_euro) >= 0; }
  // Whether that stays so whatever of the posts that do not say turns out to be structureel.
  bool is_certain() const;
};

// Per plan year. An overdracht counts on both sides, so it weighs nothing as long as both its posts are marked alike.
std::vector<StructuralYear> structural_years(const Plan& plan, const Amounts& amounts);

}  // namespace saldo
