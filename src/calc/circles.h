// What can be wrong with amounts that follow from others, before any is worked out or because none can be.
#pragma once

#include <map>
#include <span>
#include <utility>

#include "base/finding/diagnostic.h"
#include "calc/needs.h"

namespace saldo {

// A spiegel needs another side to look at, without one its absence would look like an amount of nothing; and two of them
// on one side would share one amount in a way nobody wrote down.
class SpiegelChecks {
 public:
  SpiegelChecks(const Plan& plan, const AmountGraph& graph) : plan_(plan), graph_(graph) {}

  // False with a finding; what is needed then is not known. Cells must come in the order of their numbers.
  bool check(const AmountOf& cell, Findings& findings);

 private:
  const Plan& plan_;
  const AmountGraph& graph_;
  std::map<std::pair<const LegRef*, std::size_t>, Node> first_;  // by the legs it is one of, and the year sent
};

// Amounts that wait for each other. Tells nothing where only balances are left of it: its amounts stood in a circle that is
// reported already.
void report_circle(const Plan& plan, const AmountGraph& graph, std::span<const Node> circle, Findings& findings);

}  // namespace saldo
