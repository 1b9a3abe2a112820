// What explains a difference of a printed total, in words.
#pragma once

#include <vector>

#include "base/finding/diagnostic.h"
#include "calc/cells.h"
#include "calc/check/controle/sum_search.h"
#include "plan/model.h"

namespace saldo {

// A figure of a whole project, or the amount of one post.
struct ExplainingItem {
  Money amount;
  bool whole = true;
  AmountOf cell = {};
};

// Sums of items, equally good: of several none is told.
struct ControleExplanation {
  std::vector<ExplainingItem> items;
  std::vector<Sum> sums;
};

Money sum_of(const std::vector<ExplainingItem>& items, const Sum& sum);

// "that is 353.860 of project 3.16-pilot - 25.000 of project 3.12-rodeloper", at the place of the largest of them.
// `difference` is what was to be explained, of this figure; `in_project`: the total is of one project, which goes without
// saying. There is one sum.
Related tell_explanation(const Plan& plan, const ControleExplanation& explanation, Money difference, Figure figure,
                         bool in_project);

}  // namespace saldo
