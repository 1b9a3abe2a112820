// Every printed figure of a plan beside what it is held against: one walk for the checks and for `saldo export`.
#pragma once

#include <cstddef>
#include <functional>
#include <string_view>
#include <vector>

#include "calc/balances.h"
#include "calc/cells.h"
#include "plan/address.h"
#include "plan/model.h"

namespace saldo {

// What something is printed of: the plan, a line or a project, or of a project the posts under a kop or one of them.
struct PrintedOf {
  Whose whose;
  const Project* project = nullptr;  // of a kop or a post
  std::string_view post, kop;        // both "": of all that has a balance
  std::vector<std::size_t> posts;    // positions in the project

  bool is_balance() const { return project == nullptr; }
};

struct HeldFigure {
  const PrintedOf& of;
  const Controle& controle;
  const Printed& printed;
  Year year;
  Amount computed = {};
};

// In the order of the plan: the plan itself, its lines, and its projects, each with its kop and posts behind it.
void for_each_printed(const Plan& plan, const Amounts& amounts, const Balances& balances,
                      const std::function<void(const HeldFigure&)>& visit);

}  // namespace saldo
