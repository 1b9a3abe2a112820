// Balances -> Table: the summary tables of a budget, per programmalijn (table 3), project (table 4) or post, and tidy rows.
#pragma once

#include "base/table.h"
#include "calc/balances.h"
#include "calc/kenmerken/kenmerken.h"
#include "plan/model.h"
#include "report/kolommen.h"

namespace saldo {

enum class By { programmalijn, project, post, kenmerk };  // the last has a table of its own: kenmerk_table.h

struct BudgetTableOptions {
  By by = By::programmalijn;
  Years years;               // within plan.years; what came before them is in the opening
  Selection selection;       // the projects that `balances` counts
  PostSelection posts = {};  // and of those only these posts; empty: all
  ColumnChoice kolommen = {};
};

// The balance before the first year, then baten, lasten and expected closing balance of each year; or the columns that are
// named. A post has a saldo where that is one of them.
Table report_budget(const Plan& plan, const Amounts& amounts, const Balances& balances,
                    const BudgetTableOptions& options);
// The same row by row. Points to the plan and its figures.
TableSource budget_rows(const Plan& plan, const Amounts& amounts, const Balances& balances,
                        const BudgetTableOptions& options);

// One row per post and year that has anything written or derived: for data frames, pivot tables and databases.
// Posts of a reserve that follow what other projects do are left out: that money is in the rows of those.
// Points to the plan and its amounts.
TableSource tidy_rows(const Plan& plan, const Amounts& amounts, const BudgetTableOptions& options);

}  // namespace saldo
