// How a computed figure becomes a cell: the choices every report shares.
#pragma once

#include "base/table.h"
#include "calc/resolve.h"
#include "plan/model.h"

namespace saldo {

// Empty instead of "-", where most rows have nothing.
inline Cell or_blank(Amount amount) {
  if (amount.is_absent()) return Blank();
  return amount;
}

inline Cell or_blank(std::string text) {
  if (text.empty()) return Blank();
  return text;
}

// What was booked without a budget has a row only where it is told what was booked.
inline bool has_no_row(const Plan& plan, const Amounts& amounts, const Project& project, std::size_t post) {
  const Post& of = project.posts[post];
  if (!of.automatic || !of.baten.empty() || !of.lasten.empty()) return false;
  for (std::size_t year = 0; year < plan.years.size(); ++year)
    for (const Direction direction : both_directions)
      if (!amounts.at(project, post, direction, year).is_absent()) return false;
  return true;
}

// Which way a deviation goes: voordelig or nadelig.
inline Cell favour(Money verschil) {
  if (verschil == Money()) return Blank();
  return std::string(verschil < Money() ? "N" : "V");
}

}  // namespace saldo
