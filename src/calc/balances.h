// Amounts -> Balances: baten, lasten and the running balance of every project, programmalijn and the plan, per year.
#pragma once

#include <vector>

#include "base/finding/diagnostic.h"
#include "calc/resolve.h"
#include "plan/model.h"

namespace saldo {

struct YearFigures {
  Amount baten;
  Amount lasten;
  Money eindsaldo;  // budget per 31 december: the one before + baten - lasten, PM and absent counting as nothing

  // Positive is good (voordelig). PM or absent when neither side has an amount.
  Amount saldo() const { return baten + -lasten; }
};

struct Balance {
  Money opening;  // budget per 1 januari of the first year
  std::vector<YearFigures> years;

  Money opening_of(std::size_t year) const { return year == 0 ? opening : years[year - 1].eindsaldo; }
};

// One figure of a balance, as documents print it and users ask for it.
Amount figure_of(const Balance& balance, Figure figure, std::size_t year);

struct Balances {
  std::vector<Balance> projects;
  std::vector<Balance> lines;  // with the lines under them
  Balance total;

  const Balance& of(const Whose& whose) const;
};

// What stands at an address.
Amount figure_at(const Target& target, const Plan& plan, const Amounts& amounts, const Balances& balances);

// Which projects count, by ProjectId.
using Selection = std::vector<bool>;

Balances work_out_balances(const Plan& plan, const Amounts& amounts, const Selection& selection);
Balances work_out_balances(const Plan& plan, const Amounts& amounts);  // all projects count

// Balances beyond the range of Money; without these findings no figure in `balances` is an overflow.
Findings check_range(const Plan& plan, const Balances& balances);

}  // namespace saldo
