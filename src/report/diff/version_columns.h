// The columns of a table that holds two versions of a plan against each other, year by year.
#pragma once

#include <vector>

#include "base/say.h"
#include "base/table.h"
#include "calc/diff/two_plans.h"
#include "report/figures.h"

namespace saldo {

// Old, new and difference per year; a year in which nothing differs is left out where people read.
class VersionColumns {
 public:
  explicit VersionColumns(Years years) : years_(years), differs_(years.size()) {}

  // Adds the cells of every year to `row`; tells whether any year differs. `amount_in_year` takes a year and whether the
  // old version is meant.
  template <class AmountIn>
  bool add_cells(Row& row, AmountIn amount_in_year) {
    bool any = false;
    for (std::size_t y = 0; y < years_.size(); ++y) {
      const Amount oud = amount_in_year(years_.at(y), true), nieuw = amount_in_year(years_.at(y), false);
      row.cells.push_back(or_blank(oud));
      row.cells.push_back(or_blank(nieuw));
      const Money difference = difference_between(oud, nieuw);
      row.cells.push_back(difference == Money() ? Cell(Blank()) : Cell(Amount(difference)));
      if (oud != nieuw) any = differs_[y] = true;
    }
    return any;
  }

  // Once all rows are there.
  void add_columns(Table& table) const {
    for (std::size_t y = 0; y < years_.size(); ++y) {
      const std::string year = word(years_.at(y));
      const ColumnUse use = differs_[y] ? ColumnUse::everywhere : ColumnUse::machines;
      table.columns.push_back({year + ".oud", Dutch("Oud"), ColumnType::amount, year, use});
      table.columns.push_back({year + ".nieuw", Dutch("Nieuw"), ColumnType::amount, year, use});
      table.columns.push_back({year + ".verschil", Dutch("Verschil"), ColumnType::amount, year, use});
    }
  }

 private:
  Years years_;
  std::vector<bool> differs_;
};

// The eindsaldo of the project or line at `at` in one version; absent where it has no such thing or year.
inline Amount eindsaldo_in(const Worked& version, const std::vector<Balance>& balances,
                           const std::optional<std::uint32_t>& at, Year year) {
  if (!at || !version.plan.years.contains(year)) return {};
  return balances[*at].years[version.plan.years.index(year)].eindsaldo;
}

inline Amount project_eindsaldo(const TwoPlans& two, const Pairing& pair, Year year, bool is_old) {
  const Worked& version = is_old ? two.oud : two.nieuw;
  return eindsaldo_in(version, version.balances.projects, is_old ? pair.oud : pair.nieuw, year);
}

}  // namespace saldo
