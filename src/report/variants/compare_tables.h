// Comparison -> Tables: the base and its variants below one another, years and differences beside one another.
#pragma once

#include <functional>
#include <string>

#include "base/table.h"
#include "calc/variants/compare.h"

namespace saldo {

enum class ComparedBy { programmalijn, project };

// `eindsaldo`: programmalijnen, or only the projects that change, and the total.
Table report_compared_balances(const Comparison& comparison, ComparedBy by, Years years);

// `investeringsbudget`: the stands, the lowest of them and its year. The comparison must have ribs.
Table report_compared_rib(const Comparison& comparison, Years years);

// `netto`: baten and lasten without dubbelingen.
Table report_compared_netto(const Comparison& comparison, Years years);

// `bevindingen`: what check finds in a variant and not in the base, or the other way round.
Table report_compared_findings(const Comparison& comparison, const std::function<std::string(FileId)>& file_name,
                               Language language);

}  // namespace saldo
