// The draws of one figure -> how it spreads.
#pragma once

#include <optional>

#include "calc/risk/kept/sieve.h"
#include "calc/risk/risk.h"

namespace saldo {

// What has to be known of the draws of a figure.
Asked asked_of(const RiskOptions& options);

// Of all draws of the run; the figure itself is left for the caller to fill in. None where the sieve missed something.
std::optional<Spread> spread_of(const Sieve& sieve, const Sifted& sifted, const RiskOptions& options);

// Of a figure that no draw changes.
Spread sure_spread(const RiskFigure& figure, const RiskOptions& options);

}  // namespace saldo
