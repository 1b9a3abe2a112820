// How the figures of a paper came about: where on the page each is explained, and the explanations.
#pragma once

#include <string>
#include <unordered_map>

#include "base/page/page.h"
#include "calc/worked.h"
#include "report/paper/paper.h"

namespace saldo {

// The figures that are explained, by their address: "3.18/lasten/2026".
using Explained = std::unordered_map<std::string, Amount>;

struct Reasons {
  std::vector<PagePart> folds;  // the plan, each programmalijn, each project
  Explained figures;
};
Reasons find_reasons(const PaperInput& input);

// The table, with a link at each figure that is explained. A row is known by its nr, a column by its year and figure; only
// the same amount is taken for the same figure.
PageTable linked(Table table, Years years, const Explained& figures);

TextSpan plain(std::string text);
TextSpan strong(std::string text);
// An amount, which leads to its reasons where those are there.
TextSpan figure_span(std::string address, Amount amount, Sense sense, const Explained& figures);

}  // namespace saldo
