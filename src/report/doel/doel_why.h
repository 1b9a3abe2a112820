// How the money of a goal came about in one year, as `saldo why` shows it.
#pragma once

#include "base/table.h"
#include "calc/doel/doelgeld.h"
#include "report/why/why.h"

namespace saldo {

// Net lasten from gross and what is counted twice; below it each overdracht that is, and each post with its share and how
// its own amount came about, `depth` levels down.
Table report_doel_why(const WhyInput& input, const Doelboom& tree, DoelId id, Year year, int depth);

// How such a figure is asked: "doel:ID/2025".
inline constexpr std::string_view doel_prefix = "doel:";

}  // namespace saldo
