// How figures went from the budget as it was adopted to what it is now, change by change.
#pragma once

#include <cstddef>
#include <string>
#include <unordered_map>
#include <vector>

#include "calc/wijziging/stap/one_by_one.h"

namespace saldo {

struct VerloopYear {
  Amount baten, lasten, saldo;
};

// What a budget is, or what a change does to it.
struct VerloopFigures {
  Money opening;  // the budget per 1 januari of the first year
  std::vector<VerloopYear> years;

  bool does_something() const;  // as a change
  bool overflows() const;
};

// What one of the changes does.
struct VerloopStep {
  std::size_t change = 0;  // its position
  VerloopFigures figures;
};

// Of the plan or of one of its projects: without the changes, what each of them does in their order, and with all of them.
// For every figure the begin and the steps add up to the end. Where a project was not there yet, or any more, its figures
// are absent. Of a project only what does something to it is a step: ten thousand changes of as many projects are no more
// than that.
struct VerloopOf {
  std::string nr;  // "": the plan
  std::string naam;
  VerloopFigures begin;
  std::vector<VerloopStep> steps;
  VerloopFigures eind;

  bool moves_opening() const;
};

struct Verloop {
  VerloopOf total;
  std::vector<VerloopOf> projects;  // in the order of the plan, and those that a change adds behind them
  std::unordered_map<std::string, std::size_t> by_nr;

  bool overflows() const;  // a step is beyond the range of Money
};

// A plan without changes, to which they are added one by one.
Verloop verloop_from(const OneByOne& primitief);
void add_step(Verloop& verloop, const OneByOne& changed);

}  // namespace saldo
