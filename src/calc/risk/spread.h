// The draws of one figure -> how it spreads.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "calc/risk/risk.h"

namespace saldo {

// `draws` are all of the run, in cents; the figure itself is left for the caller to fill in.
Spread spread_of(std::span<const std::int64_t> draws, const RiskOptions& options);

// Of a figure that no draw changes.
Spread sure_spread(const RiskFigure& figure, const RiskOptions& options);

// Ten to twenty-five bars with round ends; fewer where the draws lie within cents of each other.
std::vector<HistogramBar> histogram_of(std::span<const std::int64_t> draws);

}  // namespace saldo
