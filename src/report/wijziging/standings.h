// The difference between two tables of the same columns: what a budget was and what it has become.
#pragma once

#include "base/table.h"

namespace saldo {

// The rows of both, in the order of `is`; a row that only one of them has counts for nothing in the other.
Table report_difference(const Table& was, const Table& is);

}  // namespace saldo
