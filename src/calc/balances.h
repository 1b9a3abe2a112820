// Amounts -> Balances: baten, lasten and the running balance of every project, programmalijn and the plan, per year.
#pragma once

#include <optional>
#include <vector>

#include "base/finding/diagnostic.h"
#include "calc/resolve.h"
#include "plan/model.h"

namespace saldo {

// Of a reserve, baten are what is added to it and lasten what is taken from it. Both follow from the toevoegingen and
// onttrekkingen of other projects, but for what it gets and gives by posts of its own: those are its share of the
// toevoegingen and onttrekkingen of the plan.
struct YearFigures {
  Amount baten;
  Amount lasten;
  Money eindsaldo;          // budget per 31 december: the one before + resultaat, PM and absent counting as nothing
  Amount toevoeging = {};   // to reserves
  Amount onttrekking = {};  // from reserves

  // Positive is good (voordelig). PM or absent when neither side has an amount.
  Amount saldo() const { return baten + -lasten; }
  // And what is left of it when reserves have got and given: of all but a reserve.
  Amount resultaat() const { return saldo() + -toevoeging + onttrekking; }
  // All that goes out and comes in, with what goes to reserves and comes from them.
  Amount all_lasten() const { return lasten + toevoeging; }
  Amount all_baten() const { return baten + onttrekking; }
  bool has_mutaties() const { return !toevoeging.is_absent() || !onttrekking.is_absent(); }
};

struct Balance {
  Money opening;  // budget per 1 januari of the first year
  std::vector<YearFigures> years;
  // Of a line or the plan: exploitatie when nothing in it has a stand. What an exploitatie ends with goes nowhere: its
  // opening and eindsaldo are nothing, and so are missing in those of its line and the plan.
  Soort soort = Soort::project;

  bool has_stand() const { return soort != Soort::exploitatie; }
  Money opening_of(std::size_t year) const { return year == 0 ? opening : years[year - 1].eindsaldo; }
};

// Of which figures of its project the amounts of a side of a post are a part: baten, lasten, or what is paid to a reserve
// or taken from one. What a reserve gets and gives by a post of its own counts as two.
struct CountsAs {
  Figure figure{};
  std::optional<Figure> also;
};
CountsAs counts_as(const Plan& plan, const Project& project, std::size_t post, Direction direction);

// What each year of a project ends with, from its opening and the other figures.
void run_on(Balance& balance);

// What is there at the end of a year: the stand, or of what has none the result of that year.
inline Money at_year_end(const Balance& balance, std::size_t year) {
  const YearFigures& figures = balance.years[year];
  return balance.has_stand() ? figures.eindsaldo : figures.resultaat().counted();
}

// One figure of a balance, as documents print it and users ask for it; absent where it has none.
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
