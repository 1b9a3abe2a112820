// The tables of a paper, with what each of their figures is made of. Where the paper gives no reasons, the tables as they
// are.
#pragma once

#include "calc/relaties.h"
#include "report/paper/parts.h"

namespace saldo {

PageTable relaties_page(PaperMaking& making, const std::vector<Relatie>& relaties);
// The investeringsbudget with what is open around it, and the reserves.
void add_fund_pages(PaperMaking& making);

void add_overdracht_pages(PaperMaking& making);

// The bridge and the changes.
void add_diff_pages(PaperMaking& making, const PaperDiff& paper);

void add_scenario_pages(PaperMaking& making, const Comparison& comparison);

void add_risk_pages(PaperMaking& making, const PaperRisk& risk);

// The tree of goals: their targets and results, and what they cost.
void add_goal_pages(PaperMaking& making);

// A year that is closed: what was budgeted and booked, and that nothing was lost.
void add_closed_pages(PaperMaking& making, const Afsluiting& record);

}  // namespace saldo
