// What can be wrong with amounts that follow from others, before any is worked out or because none can be.
#pragma once

#include <span>

#include "base/finding/diagnostic.h"
#include "calc/needs.h"

namespace saldo {

// A spiegel needs another side to look at, without one its absence would look like an amount of nothing; and two of them
// on one side would share one amount in a way nobody wrote down. False with a finding; what is needed then is not known.
bool check_spiegel(const Plan& plan, const AmountGraph& graph, const AmountOf& cell, Findings& findings);

// Amounts that wait for each other. Tells nothing where only balances are left of it: its amounts stood in a circle that is
// reported already.
void report_circle(const Plan& plan, const AmountGraph& graph, std::span<const Node> circle, Findings& findings);

}  // namespace saldo
