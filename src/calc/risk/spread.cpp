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

// 1, 2 or 5 times a power of ten.
Wide bar_width(Wide width_of_all) {
  constexpr std::int64_t most_bars = 25;
  Wide width = 1;
  for (Wide ten = 1; width * most_bars <= width_of_all; ten *= 10)
    for (const int step : {1, 2, 5})
      if (width * most_bars <= width_of_all) width = ten * step;
  return width;
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

std::vector<HistogramBar> histogram_of(std::span<const std::int64_t> draws) {
  const auto [least, most] = std::minmax_element(draws.begin(), draws.end());
  const Wide width = bar_width(static_cast<Wide>(*most) - *least);
  const Wide start = (*least < 0 ? (*least - width + 1) / width : *least / width) * width;
  std::vector<std::size_t> counts(static_cast<std::size_t>((*most - start) / width) + 1);
  // Multiplying by 2^64 / width takes a tenth of the time of dividing; its whole part is one too few at most.
  const auto first = static_cast<std::uint64_t>(start), step = static_cast<std::uint64_t>(width);
  const Wide inverse = ~std::uint64_t{0} / step;
  for (const std::int64_t draw : draws) {
    const std::uint64_t from_first = static_cast<std::uint64_t>(draw) - first;
    const auto bar = static_cast<std::size_t>((static_cast<Wide>(from_first) * inverse) >> 64);
    ++counts[bar + (from_first - bar * step >= step ? 1 : 0)];
  }
  std::vector<HistogramBar> bars;
  for (std::size_t i = 0; i < counts.size(); ++i) {
    const Wide from = start + static_cast<Wide>(i) * width;
    bars.push_back({Money::of_cents(static_cast<std::int64_t>(from)),
                    Money::of_cents(static_cast<std::int64_t>(from + width)), counts[i]});
  }
  return bars;
}

}  // namespace saldo
