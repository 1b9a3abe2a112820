// What a table says of the standing it shows.
#pragma once

#include <vector>

#include "base/dutch.h"
#include "cli/options.h"
#include "plan/model.h"

namespace saldo {

// Once a year is closed, or something is expected, it matters which of the standings this is: a note for people, and for
// programs where it is not the one shown without being asked.
void tell_standing(const Plan& plan, const PlanAsked& asked, RenderOptions& options);

// The same beside others: what was not booked is the budget. Nothing where that year is closed.
std::vector<Dutch> open_year_notes(const Plan& plan, Year year, const std::vector<Standing>& beside);

}  // namespace saldo
