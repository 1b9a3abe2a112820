// How the figures of a paper came about: the explanations, and links to them.
#pragma once

#include <vector>

#include "base/page/page.h"
#include "report/paper/paper.h"
#include "report/paper/reason_names.h"

namespace saldo {

struct Reasons {
  std::vector<PagePart> folds;  // the plan, each programmalijn, each project
  Explained figures;
};
Reasons find_reasons(const PaperInput& input);

// The table, with a link at each figure that is explained. A row is known by its nr, a column by its year and figure; only
// the same amount is taken for the same figure.
PageTable linked(Table table, Years years, const Explained& figures);

// An amount, which leads to its reasons where those are there.
TextSpan figure_span(std::string address, Amount amount, Sense sense, const Explained& figures);

}  // namespace saldo
