// The figures of a picture as a table, for who does not see it.
#pragma once

#include "base/page/chart.h"

namespace saldo {

// A row for each category and a column for each series; of a tree a row for each node.
Table table_of(const Chart& chart);

}  // namespace saldo
