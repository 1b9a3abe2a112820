// The columns of a table that holds two versions of a plan against each other, year by year.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/say.h"
#include "base/table.h"
#include "calc/diff/two_plans.h"
#include "report/figures.h"

namespace saldo {

// Old, new and difference per year. A year in which nothing differs is left out where people read, and so is one that only
// one of the plans has: what is not budgeted at all does not differ.
class VersionColumns {
 public:
  VersionColumns(Years years, std::optional<Years> common) : years_(years), common_(common), differs_(years.size()) {}

  // Adds the cells of every year to `row`; tells whether any year differs. `amount_in_year` takes a year and whether the
  // old version is meant.
  template <class AmountIn>
  bool add_cells(Row& row, AmountIn amount_in_year) {
    bool any = false;
    for (std::size_t y = 0; y < years_.size(); ++y) {
      const Amount oud = amount_in_year(years_.at(y), true), nieuw = amount_in_year(years_.at(y), false);
      row.cells.push_back(or_blank(oud));
      row.cells.push_back(or_blank(nieuw));
      const Money difference = in_both(y) ? difference_between(oud, nieuw) : Money();
      row.cells.push_back(difference == Money() ? Cell(Blank()) : Cell(Amount(difference)));
      if (in_both(y) && oud != nieuw) any = differs_[y] = true;
    }
    return any;
  }

  // Once all rows are there.
  void add_columns(Table& table) const {
    if (const std::string years = years_of_one(); !years.empty())
      table.footnotes.push_back(Dutch("Zonder de jaren die niet in beide plannen staan: {}.", years));
    for (std::size_t y = 0; y < years_.size(); ++y) {
      const std::string year = word(years_.at(y));
      const ColumnUse use = differs_[y] ? ColumnUse::everywhere : ColumnUse::machines;
      table.columns.push_back({year + ".oud", Dutch("Oud"), ColumnType::amount, year, use});
      table.columns.push_back({year + ".nieuw", Dutch("Nieuw"), ColumnType::amount, year, use});
      table.columns.push_back({year + ".verschil", Dutch("Verschil"), ColumnType::amount, year, use});
    }
  }

 private:
  bool in_both(std::size_t year) const { return common_ && common_->contains(years_.at(year)); }

  std::string years_of_one() const {
    std::string all;
    for (std::size_t y = 0; y < years_.size(); ++y)
      if (!in_both(y)) all += (all.empty() ? "" : ", ") + word(years_.at(y));
    return all;
  }

  Years years_;
  std::optional<Years> common_;
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
