// Rows that stand above what they are the sum of, in a table without numbers that say so. Private to intake/overzicht.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "intake/overzicht/overzicht.h"

namespace saldo {

struct SumsAbove {
  std::vector<std::size_t> ends;  // by row: behind which row its parts end; 0: it is no sum
  // Some rows print only a part of what the row above them is. What is left of that stands in no row, so that each row is a
  // group, and no row is a project.
  bool are_groups = false;
};

// Only where the last total of the table is what comes of that, to the cent and in every figure, and not what all rows come
// to, and where parts are left out in one way alone: the totals of a table are its judge.
SumsAbove find_sums_above(const Overzicht& overzicht);

// The same of a workbook without numbers, where what is under a row stands further to the right; of headings too, which have
// no amounts. Nothing, where a row with amounts is not what stands under it.
std::optional<SumsAbove> find_indents(const Overzicht& overzicht);

}  // namespace saldo
