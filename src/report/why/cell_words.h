// One amount of the plan in words, as `saldo why` shows it: what was written, or the formula with its figures.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/dutch.h"
#include "calc/needs.h"
#include "calc/told/step.h"
#include "calc/worked.h"

namespace saldo {

// "1.000 = 2% van posten 1..3 (50.000,00) = 1.000". `step` is that of the cell: none where
// the amount is written. `graph` is that of the plan.
Dutch cell_words(const Worked& worked, const AmountOf& cell, const std::optional<Step>& step, const AmountGraph& graph);

// "Adviseur: 65.525 = 46 × 16 × 73,57 × 1,21": one line of the onderbouwing of a post.
Dutch onderbouwing_words(const Plan& plan, const Post& post, std::size_t line, const WorkedLine& worked);

// "Huur: 12.480,50 geboekt in 2025", or what of it is expected and from what.
Dutch booked_words(const Worked& worked, const AmountOf& cell, const BookedCell& booked);

// "begroot: 13.000, 519,50 voordelig": what was budgeted beside what was booked.
Dutch budget_words(Amount begroot, Money booked, Direction direction);

// What stood somewhere before it was changed.
Dutch before_words(const Term& term);

}  // namespace saldo
