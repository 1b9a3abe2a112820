// What each begrotingswijziging and scenario does to the plan, year by year.
#pragma once

#include <string>
#include <vector>

#include "base/table.h"
#include "calc/variants/effects.h"

namespace saldo {

// One row: what changes the plan, and what that does on top of the rows before it.
struct ChangeRow {
  std::string soort;  // begrotingswijziging, scenario, set
  std::string nr;
  std::string datum;
  std::string naam;
  std::string besluit;
  Effect effect;
};

// The rows in the order in which they apply, and all of them together. The column of the investeringsbudget is left out
// where the plan has none.
Table report_changes(const Plan& plan, const std::vector<ChangeRow>& rows, const Effect& together);

}  // namespace saldo
