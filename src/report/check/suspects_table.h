// Suspects -> Table: overdrachten nobody declared, the least likely coincidence first.
#pragma once

#include "base/table.h"
#include "calc/check/suspects.h"
#include "plan/model.h"

namespace saldo {

Table report_suspects(const Plan& plan, const Suspects& suspects);

}  // namespace saldo
