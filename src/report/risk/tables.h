// What `saldo risk` shows of its draws.
#pragma once

#include "base/table.h"
#include "calc/risk/risk.h"
#include "plan/model.h"

namespace saldo {

// The closing balances per 31 december: what the plan says, their mean, and their percentiles.
Table report_spread(const Plan& plan, const RiskResult& result, const RiskOptions& options);

// How often the investeringsbudget ends below the floor, per year and in any of them. The plan must name one.
Table report_chances(const Plan& plan, const RiskResult& result, const RiskOptions& options);

// What each cause contributes to the variance.
Table report_causes(const Plan& plan, const RiskProgram& program, const RiskResult& result);

Table report_weerstandsvermogen(const Plan& plan, const RiskResult& result, const RiskOptions& options);

// The last closing balance of the plan in bars; `drawn` adds the bars as text.
Table report_histogram(const Plan& plan, const RiskResult& result, const RiskOptions& options, bool drawn);

}  // namespace saldo
