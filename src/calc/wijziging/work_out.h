// PlanBase -> Worked: the story of a plan, told once. What was read is changed and linked, its amounts are worked out and
// then added up.
#pragma once

#include <optional>

#include "base/date.h"
#include "base/finding/diagnostic.h"
#include "calc/resolve.h"
#include "calc/standing.h"
#include "calc/worked.h"

namespace saldo {

class ChangeList;  // calc/wijziging/apply.h
struct PlanBase;   // plan/load.h

// Works out what `changes` make of `base`. Gives everything that hinders that, by place; only without findings do the
// figures count, and with them the plan is as far as it came. `worked` may have been used before: copying a plan over one
// of the same shape costs little, and so a sweep works out its ten thousand variants. Keeps the steps of the derived
// amounts in `trace`, where there is one.
[[nodiscard]] Findings work_out(const PlanBase& base, const ChangeList& changes, Worked& worked,
                                Trace* trace = nullptr);

// The same of a base that is worked out only once: takes its `joined`, and copies nothing.
[[nodiscard]] Findings work_out(PlanBase&& base, const ChangeList& changes, Worked& worked, Trace* trace = nullptr);

// The second half of both, of `worked.plan`, which was changed and linked without findings.
[[nodiscard]] Findings work_out_linked(Standing standing, std::optional<Date> as_of, Worked& worked,
                                       Trace* trace = nullptr);

}  // namespace saldo
