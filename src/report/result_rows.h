// The rows with which a budget ends by law (BBV art. 17) when it has an exploitatie or a reserve: the saldo of baten and
// lasten, what goes to reserves and comes from them, and the result. The same of a programmalijn.
#pragma once

#include "base/table.h"
#include "calc/balances.h"
#include "plan/line_order.h"
#include "report/budget_layout.h"

namespace saldo {

// Where the rows stand: in this table, with its columns, of these amounts.
struct ResultRows {
  const Plan& plan;
  const Amounts& amounts;
  const Balances& balances;
  const Selection& selection;
  const BudgetLayout& layout;
  Table& table;

  // Of a line that gives to reserves or takes from them in the years that are shown; `with_posts`: each post that does.
  void end_line(const PlacedLine& line, bool with_posts) const;
  // Of the plan; `per_line`: with the lines whose toevoegingen and onttrekkingen they are. And, where balances go on, the
  // reserves and all stands together.
  void end_plan(bool per_line) const;
};

// Under a table without stands: which command shows them. A paper, whose readers type none, says it otherwise.
Dutch command_for_stands();

}  // namespace saldo
