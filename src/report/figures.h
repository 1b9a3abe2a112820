// How a computed figure becomes a cell: the choices every report shares.
#pragma once

#include "base/table.h"
#include "calc/resolve.h"
#include "plan/model.h"

namespace saldo {

// A post leaves the place of an amount it does not have empty, where a total would show "-".
inline Cell post_cell(const Amounts& amounts, const Project& project, std::size_t post, Direction direction, std::size_t year) {
  const Amount amount = amounts.at(project, post, direction, year);
  if (amount.is_absent()) return Blank();
  return amount;
}

}  // namespace saldo
