// What the checks of closed years share. Private to this room.
#pragma once

#include "base/say.h"
#include "calc/check/checks.h"

namespace saldo {

// What an adopted record has wrong only has to be finished in one that is voorlopig.
inline void soften(const Afsluiting& record, Diagnostic& finding) {
  if (record.stand == Stand::voorlopig) finding.severity = Severity::warning;
}

// Where findings about each project in this record stand: where the record names it, else at its year.
inline std::vector<Place> places_in(const CheckInput& input, const Afsluiting& record) {
  std::vector<Place> places(input.plan.projects.size(), record.place);
  for (const BookedProject& booked : record.projects) places[position(*booked.project.id)] = booked.project.place;
  return places;
}

// visit(record) for each closed year of the plan.
template <class Visit>
void for_each_record(const CheckInput& input, Visit visit) {
  for (const Afsluiting& record : input.plan.afsluitingen)
    if (input.plan.years.contains(record.jaar)) visit(record);
}

}  // namespace saldo
