#include "report/budget_layout.h"

#include "base/say.h"
#include "report/figures.h"

namespace saldo {

BudgetLayout layout_of(const Plan& plan, Years years) {
  constexpr ColumnUse machines = ColumnUse::machines;
  // Where reserves get and give, the saldo and the result are figures of their own.
  BudgetLayout layout{{{Figure::baten},
                       {Figure::lasten},
                       {Figure::saldo, plan.has_soorten() ? ColumnUse::everywhere : machines},
                       {Figure::eindsaldo}},
                      plan.years.index(years.first),
                      years.size(),
                      !plan.has_exploitatie()};
  if (!layout.shows_stands)
    layout.columns = {{Figure::lasten}, {Figure::baten}, {Figure::saldo}, {Figure::eindsaldo, machines}};
  if (plan.has_soorten())
    for (const Figure figure : {Figure::toevoeging, Figure::onttrekking, Figure::resultaat})
      layout.columns.push_back({figure, machines});
  return layout;
}

Dutch heading_of(Figure figure) {
  switch (figure) {
    case Figure::opening:
    case Figure::eindsaldo: return Dutch("Eindsaldo");
    case Figure::baten: return Dutch("Baten");
    case Figure::lasten: return Dutch("Lasten");
    case Figure::saldo: return Dutch("Saldo");
    case Figure::toevoeging: return Dutch("Toevoeging");
    case Figure::onttrekking: return Dutch("Onttrekking");
    case Figure::resultaat: return Dutch("Resultaat");
  }
  return Dutch("");
}

void add_figures(const BudgetLayout& layout, const Balance& balance, Row& row) {
  row.cells.push_back(or_blank(figure_of(balance, Figure::opening, layout.first)));
  for (std::size_t y = layout.first; y < layout.first + layout.years; ++y)
    for (const FigureColumn& column : layout.columns) {
      const Amount amount = figure_of(balance, column.figure, y);
      const bool may_lack = column.figure == Figure::eindsaldo || column.figure == Figure::resultaat;
      row.cells.push_back(may_lack ? or_blank(amount) : Cell(amount));
    }
}

}  // namespace saldo
