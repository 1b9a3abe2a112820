#include "report/export/export_tables.h"

#include <array>

#include "base/say.h"
#include "base/typed/control_sums.h"
#include "calc/check/controle/printed_figures.h"
#include "report/export/export_columns.h"
#include "report/export/export_rows.h"

namespace saldo {

namespace {

constexpr ExportTable all_tables[] = {
    {{"plan", "het plan zelf", columns::plan}, for_each_plan},
    {{"programmalijn", "programmalijnen", columns::programmalijn}, for_each_programmalijn},
    {{"project", "projecten", columns::project}, for_each_project},
    {{"post", "posten", columns::post}, for_each_post_row},
    {{"kenmerk", "kenmerken van posten", columns::kenmerk}, for_each_kenmerk},
    {{"bedrag", "een rij per post, jaar en kant", columns::bedrag, {"jaar", "kant", "bedrag", "pm"}, "bedrag"},
     for_each_bedrag},
    {{"stand", "baten, lasten en de stand per jaar", columns::stand, {"jaar", "niveau", "eindsaldo", ""}},
     for_each_stand},
    {{"overdracht", "wat projecten elkaar betalen", columns::overdracht, {"jaar", "", "verzonden", "verzonden_pm"}},
     for_each_overdracht},
    {{"controle", "gedrukte cijfers naast berekende", columns::controle, {"jaar", "", "gedrukt", ""}},
     for_each_controle},
    {{"bevinding", "wat saldo check vindt", columns::bevinding}, for_each_bevinding},
};

constexpr std::size_t key_size = std::size(columns::of_key);

// Behind the key of the plan.
std::vector<TypedColumn> with_key(std::span<const TypedColumn> own) {
  std::vector<TypedColumn> all(std::begin(columns::of_key), std::end(columns::of_key));
  all.insert(all.end(), own.begin(), own.end());
  return all;
}

Diagnostic too_large(Place place, Money amount) {
  return {Rule::overloop, place,
          say("{} euro goes into no DECIMAL(18,2), which ends at ±9.999.999.999.999.999,99: it cannot be exported",
              amount)};
}

}  // namespace

std::span<const ExportTable> export_tables() { return all_tables; }

std::span<const TypedColumn> key_columns() { return columns::of_key; }

std::vector<TypedValue> row_of(const PlanKey& key) {
  std::vector<TypedValue> row{std::string_view(key.organisatie), std::string_view(key.plan),
                              std::string_view(key.versie), std::string_view(key.stand), std::string_view(key.variant)};
  static_assert(key_size == 5);
  return row;
}

TypedTable control_table() {
  static const std::vector<TypedColumn> all = with_key(control_columns());
  return {"controlesom", "wat er in de andere tabellen hoort te staan", all};
}

Findings find_too_large(const Worked& worked) {
  Findings findings;
  const Plan& plan = worked.plan;
  for (std::size_t cell = 0; cell < worked.amounts.size(); ++cell) {
    const Amount amount = worked.amounts[static_cast<CellId>(cell)];
    if (!fits_decimal(amount.counted()))
      findings.push_back(too_large(place_of(plan, locate(plan, static_cast<CellId>(cell))), amount.counted()));
  }
  // What they come to follows from them.
  if (!findings.empty()) return findings;
  const auto look = [&](const Balance& balance, Place place) {
    for (std::size_t year = 0; year < balance.years.size(); ++year)
      for (const Amount figure : {Amount(balance.opening_of(year)), balance.years[year].baten,
                                  balance.years[year].lasten, Amount(balance.years[year].eindsaldo)})
        if (!fits_decimal(figure.counted())) return findings.push_back(too_large(place, figure.counted()));
  };
  for (std::size_t p = 0; p < plan.projects.size(); ++p) look(worked.balances.projects[p], plan.projects[p].place);
  for (std::size_t l = 0; l < plan.lines.size(); ++l) look(worked.balances.lines[l], plan.lines[l].place);
  look(worked.balances.total, plan.place);
  for_each_printed(worked.plan, worked.amounts, worked.balances, [&](const HeldFigure& row) {
    if (!fits_decimal(row.printed.amount)) findings.push_back(too_large(row.printed.place, row.printed.amount));
  });
  sort_by_place(findings);
  return findings;
}

}  // namespace saldo
