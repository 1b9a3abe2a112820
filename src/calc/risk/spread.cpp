#include "calc/risk/spread.h"

#include <algorithm>

namespace saldo {

namespace {

// Zero-based place in the sorted draws of the k-th smallest; k is runs x share rounded up, at least 1.
std::size_t place_of(Ratio share, std::size_t runs) {
  const Wide product = share.num * static_cast<Wide>(runs);
  const Wide up = (product + share.den - 1) / share.den;
  return static_cast<std::size_t>(std::max<Wide>(up, 1) - 1);
}

// Of the percentiles, then of the certainty. Losses are the draws from the other end: with 90% certainty they do not
// exceed the k-th smallest of them.
std::vector<std::size_t> places_asked(const RiskOptions& options) {
  std::vector<std::size_t> places;
  for (const int percent : risk_percentiles) places.push_back(place_of({percent, 100}, options.runs));
  places.push_back(options.runs - 1 - place_of(options.certainty, options.runs));
  return places;
}

}  // namespace

Asked asked_of(const RiskOptions& options) {
  Asked asked{places_asked(options), options.floor.cents()};
  std::sort(asked.places.begin(), asked.places.end());
  return asked;
}

std::optional<Spread> spread_of(const Sieve& sieve, const Sifted& sifted, const RiskOptions& options) {
  const Asked asked = asked_of(options);
  const std::optional<Answer> found = answer(sieve, sifted, asked);
  if (!found) return std::nullopt;
  Spread spread;
  spread.below_floor = found->below_floor;
  spread.mean = rounded({sifted.sum, static_cast<Wide>(options.runs)}, {});
  for (const std::size_t place : places_asked(options)) {
    const auto rank = std::lower_bound(asked.places.begin(), asked.places.end(), place) - asked.places.begin();
    spread.percentiles.push_back(Money::of_cents(found->at_places[static_cast<std::size_t>(rank)]));
  }
  spread.at_certainty = spread.percentiles.back();
  spread.percentiles.pop_back();
  return spread;
}

Spread sure_spread(const RiskFigure& figure, const RiskOptions& options) {
  Spread spread{figure, figure.plan, std::vector<Money>(std::size(risk_percentiles), figure.plan), figure.plan, 0};
  spread.below_floor = figure.plan < options.floor ? options.runs : 0;
  return spread;
}

}  // namespace saldo
