// What is expected of a year that is still open, from a record of it: [[afsluiting]] with stand = "tussentijds".
#pragma once

#include <optional>
#include <vector>

#include "base/date.h"
#include "calc/cells.h"
#include "plan/model.h"

namespace saldo {

// The record of a year that counts: the last one on or before a date. None where that year is closed or has none.
const Afsluiting* tussentijds_of(const Plan& plan, Year year, std::optional<Date> as_of = {});

// One side of a post in such a record.
struct Verwachting {
  AmountOf cell;
  const BookedPost* post;  // in the record
  Amount begroot;
  Money geboekt;           // until the peildatum
  Money verplicht;         // of lasten: ordered, and not booked yet
  Money verwacht;          // of the whole year
  bool is_stated = false;  // somebody knows better
  Place place;
};

// Each side of a record of which something is expected. What is not stated is lasten max(begroot, geboekt + verplicht) and
// baten max(begroot, geboekt). A sluitpost or spiegel follows from the others, and is left out where it is not stated.
// `begroot` are the amounts of the budget of this plan.
std::vector<Verwachting> verwachtingen(const Plan& plan, const Amounts& begroot, const Afsluiting& record);

// Beside what was booked, lets balances count what is expected of open years.
void count_expected(Plan& plan, const Amounts& begroot, std::optional<Date> as_of);

}  // namespace saldo
