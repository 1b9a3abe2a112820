#include "calc/variants/rib_figures.h"

namespace saldo {

const Balance* rib_balance(const Worked& worked) {
  const auto& rib = worked.plan.investeringsbudget;
  return rib ? &worked.balances.projects[position(*rib->id)] : nullptr;
}

std::optional<RibFigures> rib_figures(const Worked& worked) {
  const Balance* balance = rib_balance(worked);
  if (balance == nullptr) return std::nullopt;
  RibFigures figures;
  for (std::size_t y = 0; y < balance->years.size(); ++y) {
    const Money stand = balance->years[y].eindsaldo;
    if (y == 0 || stand < figures.laagste) {
      figures.laagste = stand;
      figures.laagste_jaar = worked.plan.years.at(y);
    }
    figures.stand.push_back(stand);
  }
  return figures;
}

}  // namespace saldo
