// Rows that stand above what they are the sum of, in a table without numbers that say so. Private to intake/overzicht.
#pragma once

#include <cstddef>
#include <vector>

#include "intake/overzicht/overzicht.h"

namespace saldo {

// By row: behind which row its parts end; 0: it is no sum. Only where the last total of the table is what comes of that, to
// the cent and in every figure, and not what all rows come to: the totals of a table are its judge.
std::vector<std::size_t> find_sums_above(const Overzicht& overzicht);

}  // namespace saldo
