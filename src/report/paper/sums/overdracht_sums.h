// The overdrachten of a plan, and what is told of each.
#pragma once

#include <string>
#include <vector>

#include "calc/overdrachten.h"
#include "report/paper/sums/leads.h"

namespace saldo {

// What leads to the row of an overdracht.
std::string overdracht_anchor(const Plan& plan, const Overdracht& overdracht);

// "1.20 → 3.18": one of what a sum of overdrachten is made of.
SumPart overdracht_part(const Plan& plan, const Overdracht& overdracht, Amount amount);

// The posts that send an overdracht, and those that receive it in a year.
class OverdrachtPosts {
 public:
  explicit OverdrachtPosts(const PaperMaking& making)
      : worked_(making.in.worked), between_(worked_.plan), anchors_(making) {}

  std::vector<SumPart> sent(const Overdracht& overdracht) const;
  std::vector<SumPart> received(const Overdracht& overdracht) const;

 private:
  void add(ProjectId project, ProjectId other, Direction direction, const Overdracht& overdracht, Year year,
           std::vector<SumPart>& parts) const;

  const Worked& worked_;
  LegsBetween between_;
  BudgetAnchors anchors_;
};

}  // namespace saldo
