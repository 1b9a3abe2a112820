// One goal as a page: what it is, its targets, results and facts, its money and what goes with it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/table.h"
#include "calc/doel/doelgeld.h"
#include "calc/doel/voortgang.h"

namespace saldo {

struct DoelPageInput {
  const Worked& worked;
  const Doelboom& tree;
  std::optional<Date> until;  // due_until()
  Years years;                // of the money
};

// Its nr, where it has one, and naam.
std::string goal_name(const Doel& doel);

// Tables `doel`, `streven`, `resultaten`, `feiten`, `geld`, `dubbel` and `zie`; those without rows are left out.
// The tables `geld` and `dubbel` by themselves: every post that serves it, what they come to, and money that is no post;
// and which overdrachten are counted twice in that, and why.
std::vector<Table> report_money_of(const DoelPageInput& input, DoelId id);

std::vector<Table> report_doel(const DoelPageInput& input, DoelId id);

}  // namespace saldo
