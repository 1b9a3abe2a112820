// What the checks of closed years share. Private to this room.
#pragma once

#include "base/say.h"
#include "calc/check/checks.h"

namespace saldo {

inline bool is_in_plan(const CheckInput& input, const Afsluiting& record) {
  return input.plan.years.contains(record.jaar);
}

// What an adopted record has wrong only has to be finished in one that is voorlopig.
inline void soften(const Afsluiting& record, Diagnostic& finding) {
  if (record.stand == Stand::voorlopig) finding.severity = Severity::warning;
}

// Where a finding about a project in this record stands: where the record names it, else at its year.
inline Place place_in(const Afsluiting& record, std::size_t project) {
  for (const BookedProject& booked : record.projects)
    if (position(*booked.project.id) == project) return booked.project.place;
  return record.place;
}

// visit(record) for each closed year of the plan.
template <class Visit>
void for_each_record(const CheckInput& input, Visit visit) {
  for (const Afsluiting& record : input.plan.afsluitingen)
    if (is_in_plan(input, record)) visit(record);
}

}  // namespace saldo
