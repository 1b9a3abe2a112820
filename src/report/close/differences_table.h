// What a new record says otherwise than the one that is kept.
#pragma once

#include "base/table.h"
#include "calc/close/record.h"

namespace saldo {

Table report_differences(const std::vector<RecordDifference>& differences, Year year);

}  // namespace saldo
