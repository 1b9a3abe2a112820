// Begrotingswijzigingen that say they are budget-neutral, held against what they do.
#pragma once

#include <vector>

#include "calc/wijziging/apply.h"
#include "plan/model.h"

namespace saldo {

// For each adopted change among `changes` that says `neutraal`, every year in which it changes the saldo of the plan all the
// same. It is held against the budget with only the begrotingswijzigingen before it, whatever was booked or changed since.
std::vector<NotNeutral> find_not_neutral(const PlanBase& base, const ChangeList& changes);

}  // namespace saldo
