#include "calc/variants/variants.h"

#include <algorithm>

namespace saldo {

void work_out_variant(const PlanBase& base, const ChangeList& changes, Variant& variant) {
  variant.findings.clear();
  variant.plan = base.joined;
  apply_changes(changes, variant.plan, variant.findings);
  if (variant.findings.empty()) {
    // Beyond this fence every name is found and every year is one of the plan's.
    Resolved resolved = resolve(variant.plan);
    variant.findings = std::move(resolved.findings);
    variant.amounts = std::move(resolved.amounts);
  }
  if (variant.findings.empty()) {
    // Beyond this fence every amount is there, and within range.
    const Selection all(variant.plan.projects.size(), true);
    variant.balances = work_out_balances(variant.plan, *variant.amounts, all);
    variant.findings = check_range(variant.plan, variant.balances);
  }
  sort_by_place(variant.findings);
}

std::optional<RibFigures> rib_figures(const Plan& plan, const Balances& balances) {
  if (!plan.investeringsbudget) return std::nullopt;
  const Balance& balance = balances.projects[position(*plan.investeringsbudget->id)];
  RibFigures figures;
  for (std::size_t y = 0; y < plan.years.size(); ++y) {
    const Money stand = balance.years[y].eindsaldo;
    if (y == 0 || stand < figures.laagste) {
      figures.laagste = stand;
      figures.laagste_jaar = plan.years.at(y);
    }
    figures.stand.push_back(stand);
  }
  return figures;
}

}  // namespace saldo
