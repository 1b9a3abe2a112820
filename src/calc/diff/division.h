// To which changes the difference between two cells belongs.
#pragma once

#include <map>
#include <vector>

#include "calc/diff/inputs.h"
#include "calc/diff/shares.h"

namespace saldo {

// A cell that differs, and what came of it.
struct Difference {
  PairedCell cell;
  std::uint64_t number = 0;  // PairedGraph::number
  Money money;
  Shares shares = {};
};

// All of them in the order of their numbers, and by project pair what differs in what the first common year starts with.
struct Differences {
  std::vector<Difference> cells;
  std::map<std::uint32_t, Shares> openings;
};

class Division {
 public:
  Division(const TwoPlans& two, const PairedGraph& graph, const Differences& differences, CauseList& causes)
      : two_(two), graph_(graph), differences_(differences), causes_(causes) {}

  // The position of the difference in this cell among all; none where it does not differ.
  std::optional<std::size_t> find(const PairedCell& cell) const;

  // What it follows from must be divided before; of cells in a circle of the two plans nothing is known yet.
  Shares shares_of(const Difference& difference);

 private:
  Shares input_shares(const PairedCell& cell) const;
  Shares sluitpost_shares(const Difference& difference) const;
  Shares rounding_shares(const PairedCell& cell, Money money);
  Shares index_shares(const Difference& difference);
  Shares percentage_shares(const Difference& difference);
  Money earlier(const PairedCell& cell) const;

  const TwoPlans& two_;
  const PairedGraph& graph_;
  const Differences& differences_;
  CauseList& causes_;
};

}  // namespace saldo
