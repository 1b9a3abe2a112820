// What a change did to a project.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "calc/balances.h"

namespace saldo {

// A project of which a figure became another.
struct MovedProject {
  std::string nr;
  std::optional<Balance> before;      // none: it was not there
  std::optional<std::size_t> stands;  // its position in the plan; none: it is no longer there
};

bool same_figures(const Balance& a, const Balance& b);

}  // namespace saldo
