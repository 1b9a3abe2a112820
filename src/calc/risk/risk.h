// Monte Carlo over a plan: how its balances spread when what is uncertain is drawn many times.
//
// The weerstandsvermogen follows Dutch practice (BBV art. 11 and the method of the Nederlands Adviesbureau voor
// Risicomanagement, NAR): the capacity that is needed is what losses do not exceed with the certainty asked for, and the
// ratio sets what is available against it. Available is here the investeringsbudget as planned at the same moment.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

#include "calc/risk/kept/tally.h"
#include "calc/risk/lanes.h"
#include "calc/risk/program.h"

namespace saldo {

inline constexpr int risk_percentiles[] = {5, 25, 50, 75, 90, 95};

struct RiskOptions {
  std::size_t runs = 100'000;
  std::uint64_t seed = 1;
  Money floor = {};         // of the investeringsbudget
  Ratio certainty{9, 10};   // of the weerstandsvermogen; between 0 and 1
  std::size_t threads = 0;  // 0: one for every core. The result is the same with any number
  LaneWidth width = LaneWidth::widest;
  std::function<void(std::size_t percent)> progress = {};  // called now and then, by the calling thread
};

// How one figure spreads over the draws. A percentile p is the smallest amount of a draw that at least p% of the draws do
// not exceed.
struct Spread {
  RiskFigure figure;
  Money mean;  // to the nearest cent
  std::vector<Money> percentiles;
  Money at_certainty;           // no more than the rest of the draws end below it
  std::size_t below_floor = 0;  // draws
};

struct CauseShare {
  std::uint32_t cause = 0;
  std::int64_t of_total = 0;  // thousandths of the variance of the last closing balance of the plan
  std::optional<std::int64_t> of_investeringsbudget;
};

enum class RatioClass : std::uint8_t { a, b, c, d, e, f };

// Per year: by 31 december.
struct Weerstandsvermogen {
  std::size_t year = 0;
  Money plan, at_certainty;  // of the closing balance of the plan
  Money needed;              // how far the second lies below the first; never below zero
  std::optional<Money> available;
  std::optional<std::int64_t> ratio;  // hundredths, a half away from zero; none where nothing is needed
  std::optional<RatioClass> ratio_class;
};

struct RiskResult {
  std::vector<Spread> spreads;     // one for each figure of the program
  std::vector<CauseShare> shares;  // largest first
  std::vector<Weerstandsvermogen> weerstandsvermogen;
  std::vector<HistogramBar> histogram;  // of the last closing balance of the plan
};

// The program must have no findings, and at least one cause.
RiskResult run_risk(const RiskProgram& program, const RiskOptions& options);

}  // namespace saldo
