// Balances -> Table: one project as its budget page shows it.
#pragma once

#include "base/table.h"
#include "calc/balances.h"
#include "plan/model.h"
#include "report/kolommen.h"

namespace saldo {

// Budget per 1 januari, the posts, their total, the saldo and the budget per 31 december; the years side by side. Where
// columns are named, a saldo is one of them and has no row of its own, and only the balances that are named have theirs.
Table report_project(const Plan& plan, const Amounts& amounts, const Balances& balances, ProjectId id, Years years,
                     const ColumnChoice& kolommen = {});

// The years a page needs: up to the last in which a post has an amount or PM.
Years years_with_figures(const Plan& plan, const Balance& balance);

}  // namespace saldo
