// Amounts that look as if they follow a rule: rows that grow by the same percentage each year. A rule is proposed and never
// written: only people know whether it is one.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "plan/write/new_plan.h"

namespace saldo {

struct Growth {
  Direction direction{};
  std::int64_t tenths = 0;        // of a percent a year
  std::vector<std::string> rows;  // "3.1", or "3.1/2" of a post; at least two
};

// Of rows with an amount in every year of at least three, each the one before it with that percentage, as far as the
// digits of the table tell.
std::vector<Growth> find_growth(const NewPlan& plan);

// As remarks with the TOML to paste; "" where there is none.
std::string growth_text(const NewPlan& plan);

}  // namespace saldo
