// A budget by what comes back every year and what comes once: each row in its parts, and whether it is in balance.
#pragma once

#include <utility>
#include <vector>

#include "base/table.h"
#include "calc/kenmerken/structureel.h"

namespace saldo {

// The same table of all posts and of those of each aard alone. Each has its baten, lasten and saldo per year.
struct SplitTables {
  Table all;
  std::vector<std::pair<Aard, Table>> parts;
  bool of_posts = false;     // rows that sum no others are posts: each is of one aard
  std::size_t unmarked = 0;  // posts that do not say what they are
};

// Each row of `all`, then what of it is incidenteel, structureel and does not say, where there is any; the word of which
// stands in the column `deel`. Under the total the first two are always there.
Table report_split(SplitTables tables);

// A row per year: structural baten, lasten and saldo, and whether the one covers the other: JA, NEE, or onbekend where that
// hangs on the posts that do not say what they are.
Table report_structural_balance(const Plan& plan, const std::vector<StructuralYear>& balance, Years years,
                                std::size_t unmarked);

}  // namespace saldo
