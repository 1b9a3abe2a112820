// What stands where in a table of a budget: which figures each year has, and the cells of a balance under them.
#pragma once

#include <string>
#include <vector>

#include "base/table.h"
#include "calc/balances.h"
#include "plan/model.h"

namespace saldo {

struct FigureColumn {
  Figure figure{};
  ColumnUse use = ColumnUse::everywhere;
};

struct BudgetLayout {
  std::vector<FigureColumn> columns;  // of each year
  std::size_t first = 0;              // year of the plan
  std::size_t years = 0;
  bool shows_stands = true;  // where people read: balances go on from year to year
};

// A year that stands by itself has no stands to show; what reserves get and give is in rows that people read, and in
// columns for machines.
BudgetLayout layout_of(const Plan& plan, Years years);

Dutch heading_of(Figure figure);

// The stand on 1 januari of the first year, and the figures of each year. What has no stand leaves its place empty.
void add_figures(const BudgetLayout& layout, const Balance& balance, Row& row);

}  // namespace saldo
