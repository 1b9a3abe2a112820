// A budget by one of its kenmerken: a row per value of it.
#pragma once

#include <string>
#include <vector>

#include "base/table.h"
#include "calc/kenmerken/kenmerken.h"
#include "report/budget_table.h"

namespace saldo {

// Baten, lasten and saldo of each year: no balance runs on, as the posts of one project may have several values. `total`
// is of all of them.
Table report_kenmerk(const Plan& plan, const std::vector<KenmerkSums>& sums, const Balance& total,
                     std::string_view sleutel, const BudgetTableOptions& options);

}  // namespace saldo
