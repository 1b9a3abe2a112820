// What changes do to the totals of a plan and its investeringsbudget, year by year.
#pragma once

#include <vector>

#include "calc/wijziging/stap/one_by_one.h"

namespace saldo {

// Whether changes leave the resultaat of the plan as it was, which is its saldo where it has no reserves: in every year, only over all years together (a kasschuif), or
// not. The budget per 1 januari counts with the years together.
enum class Neutraal { elk_jaar, over_de_jaren, nee };

struct EffectYear {
  Money baten;
  Money lasten;
  Money saldo;
  Money resultaat;           // the saldo, where no reserve gets or gives anything
  Money investeringsbudget;  // on its balance per 31 december
};

struct ProjectOpening {
  std::string project;
  Money verschil;
};

struct Effect {
  Money opening;  // on the budget per 1 januari of the first year
  std::vector<EffectYear> years;
  Neutraal neutraal{};
  std::vector<ProjectOpening> openings = {};  // of which the budget is another, in plan order
};

// What an effect is told of: a plan with the changes so far.
struct Totals {
  Balance total;
  std::vector<Money> rib;  // per year, what the investeringsbudget has at its end; none: the plan names none
};
Totals totals_of(const OneByOne& steps);

// Of one plan, with fewer changes and with more; without its openings.
Effect effect_between(const Totals& before, const Totals& after);

// The projects that the last of the changes lets begin with something else, in plan order.
std::vector<ProjectOpening> moved_openings(const OneByOne& steps);

}  // namespace saldo
