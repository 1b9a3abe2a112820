#include "calc/doel/voortgang.h"

#include <algorithm>

namespace saldo {

namespace {

Ratio negative(Ratio ratio) { return {-ratio.num, ratio.den}; }

// The figure of a result in the eenheid of the target: as it is, or a number of a percentage and the other way round.
std::optional<Ratio> in_unit_of(const Streef& streef, const Resultaat& resultaat) {
  const Maat& asked = streef.maat;
  const Maat& found = resultaat.maat;
  const Ratio figure = resultaat.waarde->getal;
  if (found.eenheid.empty() && !found.van_aantal) return figure;
  const bool same = found.eenheid.empty() ? !asked.is_percentage() : found.eenheid == asked.eenheid;
  if (same) return figure;
  const std::optional<Cijfer>& whole = found.van_aantal ? found.van_aantal : asked.van_aantal;
  if (!whole || whole->getal.num <= 0) return std::nullopt;
  const Ratio inverse{whole->getal.den, whole->getal.num};
  if (asked.is_percentage() && found.eenheid.empty()) return figure * inverse * Ratio{100, 1};
  if (found.is_percentage() && asked.eenheid.empty()) return figure * whole->getal * Ratio{1, 100};
  return std::nullopt;
}

bool is_met(StreefSoort soort, Ratio figure, Ratio asked) {
  const int sign = sign_of_difference(figure, asked);
  if (soort == StreefSoort::meer_dan) return sign > 0;
  if (soort == StreefSoort::minder_dan) return sign < 0;
  return asks_less(soort) ? sign <= 0 : sign >= 0;
}

// What stays below a bound until its last day may still cross it.
bool can_be_lost(StreefSoort soort) { return soort == StreefSoort::maximaal || soort == StreefSoort::minder_dan; }

bool is_early(const Streef& streef, const Resultaat& resultaat) {
  const std::optional<Date> last = streef.last_day();
  return last && resultaat.moment && resultaat.moment->last_day() < *last;
}

const Ratio* base_of(const Streef& streef) {
  return streef.nulmeting && streef.nulmeting->waarde ? &streef.nulmeting->waarde->getal : nullptr;
}

// Whether something was reached of what was not met: what is better than it was, or than nothing.
bool is_partly(const Streef& streef, Ratio figure) {
  const Ratio* base = base_of(streef);
  if (base != nullptr)
    return asks_less(streef.soort) == (sign_of_difference(figure, *base) < 0) && sign_of_difference(figure, *base) != 0;
  return !asks_less(streef.soort) && figure.num > 0;
}

// When it was measured, for which of several is the last: one that does not say comes first.
Date day_of(const Resultaat& resultaat) { return resultaat.moment ? resultaat.moment->last_day() : Date{}; }

}  // namespace

std::optional<Ratio> level_of(const Streef& streef) {
  if (!streef.is_number()) return std::nullopt;
  const Ratio asked = streef.waarde->getal;
  if (!asks_change(streef.soort)) return asked;
  const Ratio* base = base_of(streef);
  if (base == nullptr) return std::nullopt;
  const Ratio change = streef.is_relatief ? *base * asked : asked;
  const Ratio level = *base + (streef.soort == StreefSoort::omlaag_met ? negative(change) : change);
  return level.is_overflow() ? std::nullopt : std::optional(level);
}

Vergelijking compare(const Streef& streef, const Resultaat& resultaat) {
  const std::optional<Ratio> asked = level_of(streef);
  if (!asked || !resultaat.waarde) return Vergelijking::onbekend;
  const std::optional<Ratio> figure = in_unit_of(streef, resultaat);
  if (!figure || figure->is_overflow()) return Vergelijking::onbekend;
  const bool met = is_met(streef.soort, *figure, *asked);
  if (is_early(streef, resultaat) && (!met || can_be_lost(streef.soort))) return Vergelijking::onbekend;
  if (met) return Vergelijking::gehaald;
  return is_partly(streef, *figure) ? Vergelijking::deels : Vergelijking::niet;
}

std::optional<Weg> way_of(const Streef& streef, const Resultaat& resultaat) {
  const std::optional<Ratio> asked = level_of(streef);
  if (!asked || !resultaat.waarde) return std::nullopt;
  const std::optional<Ratio> figure = in_unit_of(streef, resultaat);
  if (!figure) return std::nullopt;
  const Ratio* base = base_of(streef);
  const bool less = asks_less(streef.soort);
  if (base == nullptr && (less || (streef.nulmeting && !streef.nulmeting->groep.empty()))) return std::nullopt;
  const Ratio start = base == nullptr ? Ratio{} : *base;
  const Ratio whole = *asked + negative(start);
  if (less ? whole.num >= 0 : whole.num <= 0) return std::nullopt;  // it was there before it began
  const Ratio done = *figure + negative(start);
  const Ratio inverse = whole.num < 0 ? Ratio{-whole.den, -whole.num} : Ratio{whole.den, whole.num};
  const Ratio part = done * inverse;
  return part.is_overflow() ? std::nullopt : std::optional(Weg{part, base == nullptr});
}

std::optional<Date> due_until(const Plan& plan, std::optional<Date> as_of) {
  if (as_of) return as_of;
  std::optional<Date> last;
  for (const Afsluiting& record : plan.afsluitingen)
    if (!last || last->year < record.jaar.value) last = Date{record.jaar.value, 12, 31};
  return last;
}

namespace {

using Results = std::vector<const Resultaat*>;

// Of each target, in the order of the goal.
std::vector<Results> results_by_target(const Doel& doel) {
  std::vector<Results> of(doel.streven.size());
  for (const Resultaat& resultaat : doel.resultaten)
    if (const Streef* streef = doel.streef_of(resultaat))
      of[static_cast<std::size_t>(streef - doel.streven.data())].push_back(&resultaat);
  return of;
}

std::optional<Date> due_after(const Streef& streef, const Results& results) {
  std::optional<Date> day = streef.last_day();
  if (!day || streef.norm_bij) return std::nullopt;
  const auto wait_for = [&day](const std::optional<Moment>& known) {
    if (known) day = std::max(*day, known->last_day());
  };
  wait_for(streef.bekend_na);
  for (const Resultaat* resultaat : results) wait_for(resultaat->bekend_na);
  return day;
}

Voortgang voortgang_of(const Streef& streef, const Results& results, std::optional<Date> until) {
  Voortgang found;
  bool any = false;
  for (const Resultaat* resultaat : results) {
    const auto take = [&](const Resultaat*& last) {
      if (last == nullptr || day_of(*last) <= day_of(*resultaat)) last = resultaat;
    };
    if (resultaat->waarde) take(found.resultaat);
    if (resultaat->beweerd) take(found.bewering);
    any = any || resultaat->waarde || resultaat->beweerd;
  }
  found.due_after = due_after(streef, results);
  found.is_due = until && found.due_after && *found.due_after <= *until;
  if (found.resultaat != nullptr) {
    found.stand = static_cast<StreefStand>(compare(streef, *found.resultaat));
    found.weg = way_of(streef, *found.resultaat);
    return found;
  }
  if (any) found.stand = StreefStand::onbekend;
  // What asks a number is not there without one.
  if (found.is_due && (!any || asks_number(streef.soort))) found.stand = StreefStand::ontbreekt;
  return found;
}

}  // namespace

std::vector<Voortgang> voortgangen_of(const Doel& doel, std::optional<Date> until) {
  const std::vector<Results> results = results_by_target(doel);
  std::vector<Voortgang> found;
  for (std::size_t s = 0; s < results.size(); ++s) found.push_back(voortgang_of(doel.streven[s], results[s], until));
  return found;
}

}  // namespace saldo
