// A plan that was worked out: every command, every variant of a comparison and every check starts from it. work_out()
// makes one (calc/wijziging/work_out.h).
#pragma once

#include <memory>

#include "calc/balances.h"
#include "calc/resolve.h"
#include "plan/model.h"

namespace saldo {

// A plan with its figures, all within range.
struct Worked {
  Plan plan;
  Amounts amounts;
  Balances balances;  // of all projects
  // The same without what was booked in closed years; null: no year is closed.
  std::shared_ptr<const Worked> begroot = {};

  // What was budgeted, beside what was booked.
  const Worked& budget() const { return begroot ? *begroot : *this; }
};

}  // namespace saldo
