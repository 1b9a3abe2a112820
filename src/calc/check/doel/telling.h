// How findings tell a goal and its targets. Private to this room.
#pragma once

#include <string>
#include <vector>

#include "base/say.h"
#include "calc/check/checks.h"

namespace saldo {

// pso (1.4.1): the id it has in the plan, and the number it has on paper.
inline std::string named(const Doel& doel) {
  return doel.nr.empty() || doel.nr == doel.id ? doel.id : doel.id + " (" + doel.nr + ")";
}

inline Address subject_of(const Doel& doel, std::optional<Year> year = {}) { return {"", "", doel.id, year}; }

// The number a target asks: 250, 80%, or 10% of what it was. It has one.
inline std::string number_of(const Streef& streef) {
  return streef.is_relatief ? to_percentage(streef.waarde->getal) : in_figures(streef.waarde->getal, streef.maat);
}

// minimaal 80% gebruikte tegoeden: the words of the plan, the same in each language.
inline std::string in_plan_words(const Doel& doel, const Streef& streef) {
  std::string key(to_text(streef.soort));
  for (char& letter : key)
    if (letter == '_') letter = ' ';
  const std::string& name = doel.wat_of(streef);
  if (streef.soort == StreefSoort::richting) return name + " " + std::string(to_text(streef.richting));
  if (streef.soort == StreefSoort::aandeel) return std::string(to_text(streef.aandeel)) + " " + name;
  if (!asks_number(streef.soort)) return key + " \"" + streef.woord + "\"";
  if (!streef.waarde) return key + " PM " + name;
  const bool names_unit = name.starts_with(streef.maat.eenheid + " ") && !streef.is_relatief;
  return key + " " + (names_unit ? in_figures(streef.waarde->getal) : number_of(streef)) + " " + name;
}

// Whether a number is this percentage of the whole, to the precision the percentage is written in: 51 is 51% of 100 and
// 33,3% of 153, and not 50% of 100.
inline bool is_percentage_of(const Cijfer& percentage, const Ratio& number, const Ratio& whole) {
  if (whole.num <= 0 || number.is_overflow()) return false;
  Wide unit = 1;  // of its last digit
  while (unit < 1'000'000 && percentage.getal.num * unit % percentage.getal.den != 0) unit *= 10;
  const Ratio exact = number * Ratio{100 * whole.den, whole.num};
  const Ratio half{1, 2 * unit};
  return sign_of_difference(exact, percentage.getal + half * Ratio{-1, 1}) >= 0 &&
         sign_of_difference(exact, percentage.getal + half) <= 0;
}

// visit(goal, target) for every target of the plan.
template <class Visit>
void for_each_streef(const Plan& plan, Visit visit) {
  for (const Doel& doel : plan.doelen)
    for (const Streef& streef : doel.streven) visit(doel, streef);
}

}  // namespace saldo
