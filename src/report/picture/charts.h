// What is worked out -> Charts: the same figures that the tables of these subjects have, with what they show in a sentence.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/page/chart.h"
#include "base/table.h"
#include "calc/balances.h"
#include "calc/carryover/carryover.h"
#include "calc/doel/doelboom.h"
#include "calc/risk/risk.h"
#include "calc/variants/compare.h"
#include "plan/model.h"
#include "report/doel/doelen_table.h"

namespace saldo {

// Baten and lasten of the plan, or of what `balances` counts, per year.
Chart chart_of_budget(const Plan& plan, const Balances& balances, Years years);

// The stand of a fund per 31 december, with the floor where one is kept.
Chart chart_of_fund(const Plan& plan, const Carryover& carryover, Years years, std::optional<Money> floor);

// The steps of `saldo diff --bridge`, as report_bridge tells them.
Chart chart_of_bridge(const Table& bridge);

// From (rows) to (columns), as report_matrix tells it, without its totals.
Chart chart_of_matrix(const Table& matrix);

// The last closing balance of the plan: what share of the draws ends where, as report_histogram tells it.
Chart chart_of_histogram(const Plan& plan, const Table& histogram, const RiskResult& result);

// The closing balance of the plan over the years: the middle of the draws, and the bands around it.
Chart chart_of_spread(const Plan& plan, const RiskResult& result);

// What each cause contributes to that spread, the largest first, as report_causes tells it.
Chart chart_of_causes(const Table& causes);

// The outcome of the last of these years in each variant, against that of the base.
Chart chart_of_comparison(const Comparison& comparison, Years years);
// The same of the stand of the investeringsbudget, which one of them has.
Chart chart_of_compared_rib(const Comparison& comparison, Years years);

// The figure of a sweep at each of its values, which are told as people read them, as report_sweep tells it.
Chart chart_of_sweep(const Table& sweep, const std::vector<std::string>& values);

// The goals and, under each, its targets with how they stand.
Chart chart_of_goals(const Plan& plan, const Doelboom& tree, const DoelenTableOptions& options);

}  // namespace saldo
