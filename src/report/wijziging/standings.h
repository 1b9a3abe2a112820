// A plan in more than one standing: what a budget was, what it has become, what was realised and what is expected.
#pragma once

#include <vector>

#include "base/table.h"
#include "base/year.h"
#include "calc/standing.h"
#include "report/kolommen.h"

namespace saldo {

// The rows of both, in the order of `is`; a row that only one of them has counts for nothing in the other.
Table report_difference(const Table& was, const Table& is);

// A table of report_budget (report/budget_table.h) of one year, in this standing.
struct StandingTable {
  Standing standing{};
  Table table;
};

// Standings of one year beside each other, with the baten, lasten and saldo of each row below one another; then how far
// the last is from the one before it: voordelig (V) or nadelig (N), and what part of it the last one is. At least two.
// Of the columns that are named those are the rows, in that order, and whether the last of the table is there.
Table report_standings(const std::vector<StandingTable>& standings, Year year, const ColumnChoice& kolommen = {});

}  // namespace saldo
