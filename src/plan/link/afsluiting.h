// [[afsluiting]] looked up in its plan: which years, projects and posts it is of. Private to plan/link/.
#pragma once

#include "base/finding/diagnostic.h"
#include "plan/link/names.h"
#include "plan/model.h"

namespace saldo {

// Puts the records in the order of their years, finds what they name, and gives projects the posts that were booked on
// without a budget. Before the posts are numbered.
void link_afsluitingen(Plan& plan, Findings& findings);

// What was booked, by cell. Once the posts are numbered.
void number_booked(Plan& plan);

}  // namespace saldo
