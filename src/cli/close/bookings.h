// What was booked, read from the file that --actuals names.
#pragma once

#include <optional>

#include "cli/close/proposal.h"
#include "intake/actuals.h"
#include "plan/koppeling.h"

namespace saldo {

struct Bookings {
  Afsluiting record;                     // as far as a file can tell
  std::vector<RowFate> rows;             // of the file, and what became of them
  bool plan_tells_overdrachten = false;  // they stand in no ledger
};

// Nothing when it cannot be read, which has been told. The file gets its place in `files`.
std::optional<Bookings> read_bookings(const CloseAsked& asked, const Plan& plan, Files& files, const Console& console);

// Tells all of them; whether one is an error.
bool tell_findings(const Files& files, const Findings& findings, const Console& console);

}  // namespace saldo
