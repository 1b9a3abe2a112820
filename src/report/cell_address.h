// "3.18/12/2026": which figure of a plan a user means.
#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "calc/balances.h"
#include "calc/cells.h"
#include "plan/model.h"

namespace saldo {

// A figure that is added up: of one project, one programmalijn (by position) or, with neither, the plan.
struct SumOf {
  enum class Whose { project, line, plan } whose{};
  std::size_t index = 0;
  Figure figure{};
  std::size_t year = 0;
};

using Target = std::variant<AmountOf, SumOf>;

// What an address means; the baten and the lasten of a post when it names neither. Or, in `trouble`, what is wrong with
// it. The forms: PROJECT/POST/YEAR, PROJECT/POST/lasten/YEAR, PROJECT/eindsaldo/YEAR, LINE/baten/YEAR, totaal/saldo/YEAR,
// investeringsbudget/YEAR.
struct Address {
  std::vector<Target> targets;
  Message trouble;
};

Address read_address(const Plan& plan, std::string_view text);

// What stands there.
Amount figure_at(const Target& target, const Plan& plan, const Amounts& amounts, const Balances& balances);

std::string to_address(const Plan& plan, const Target& target);

}  // namespace saldo
