// What a variant does to the regionaal investeringsbudget: its balance at the end of every year.
#pragma once

#include <optional>
#include <vector>

#include "calc/worked.h"

namespace saldo {

// None when the plan names no investeringsbudget.
const Balance* rib_balance(const Worked& worked);

// The closing balances of the investeringsbudget, and the lowest of them: the first when it is reached twice.
struct RibFigures {
  std::vector<Money> stand;  // per year
  Money laagste;
  Year laagste_jaar;
};
std::optional<RibFigures> rib_figures(const Worked& worked);

}  // namespace saldo
