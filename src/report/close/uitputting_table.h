// How far a year that goes on has used its budget.
#pragma once

#include "base/table.h"
#include "calc/prognose/prognose.h"

namespace saldo {

// By project and post, each side: begroot, booked, ordered, expected, what is left, and the share that is used.
Table report_uitputting(const Plan& plan, const std::vector<Verwachting>& all, const Afsluiting& record);

}  // namespace saldo
