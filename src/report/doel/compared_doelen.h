// What goals cost in variants of a plan, where that is not the same.
#pragma once

#include <string>
#include <vector>

#include "base/table.h"
#include "calc/doel/doelverschil.h"

namespace saldo {

// A row per goal that gets more or less money in these years, as it is in the base, and under it those of the variants in
// which that is so; `names` are theirs, that of the base first.
Table report_compared_doelen(const Plan& plan, const Doelboom& tree, const std::vector<ComparedDoel>& doelen,
                             const std::vector<std::string>& names, Years years);

}  // namespace saldo
