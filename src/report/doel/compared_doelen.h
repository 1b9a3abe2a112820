// What goals cost in variants of a plan, and how that is paid for, where it is not the same.
#pragma once

#include <string>
#include <vector>

#include "base/table.h"
#include "calc/doel/doelverschil.h"

namespace saldo {

// A row per goal that costs otherwise in these years, or has more or less to pay it from, as it is in the base, and under
// it those of the variants in which that is so; `names` are theirs, that of the base first.
Table report_compared_doelen(const Plan& plan, const Doelboom& tree, const std::vector<ComparedDoel>& doelen,
                             const std::vector<std::string>& names, Years years);

}  // namespace saldo
