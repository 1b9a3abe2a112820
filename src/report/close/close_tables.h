// The tables of a close, in the order in which a council reads them: what was budgeted and realised, whether that was
// allowed, what is underway, what is left, and what it does to the years that follow.
#pragma once

#include <vector>

#include "base/table.h"
#include "calc/carryover/carryover.h"
#include "calc/close/aansluiting.h"
#include "calc/close/rechtmatigheid.h"
#include "calc/close/rekening.h"

namespace saldo {

enum class RekeningBy : std::uint8_t { programmalijn, project, post };

Table report_rekening(const std::vector<RekeningRow>& rows, RekeningBy by, Year year);
Table report_rechtmatigheid(const std::vector<Rechtmatigheid>& rows);
Table report_year_overdrachten(const Plan& plan, const Aansluiting& aansluiting, Year year);
Table report_voorschotten(const Plan& plan, const Afsluiting* record);
// Projects that have ended with something left, and what was agreed about it.
Table report_restanten(const Worked& realised, Year year);
// The investeringsbudget in the year; of a plan that has one. `budget` and `realised` are of both layers.
Table report_year_investeringsbudget(const Plan& plan, const Carryover& budget, const Carryover& realised, Year year);
Table report_bronnen(const Afsluiting* record);
Table report_aansluiting(const Aansluiting& aansluiting, Year year);
// The balances of every later year, before and after: of each project that is touched, and of the plan.
Table report_gevolgen(const Worked& before, const Worked& after, Year year);
// Of the year before the plan: what each project was expected to begin with, and what it begins with.
Table report_openingen(const Worked& after, Year year);

}  // namespace saldo
