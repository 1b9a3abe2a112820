// Which changes touched where an amount is written: looked up once for all amounts that are asked of a plan.
#pragma once

#include <map>
#include <span>
#include <string_view>
#include <tuple>
#include <vector>

#include "calc/worked.h"
#include "plan/model.h"

namespace saldo {

// Points into the plan.
class ChangedCells {
 public:
  explicit ChangedCells(const Plan& plan);

  // In the order in which the changes were carried out; none where there were none.
  std::span<const ChangeNote* const> of(const AmountOf& cell) const;

 private:
  using Key = std::tuple<std::string_view, std::string_view, Direction, Year>;  // project, post: as a note names them

  const Plan& plan_;
  std::map<Key, std::vector<const ChangeNote*>> notes_;
};

}  // namespace saldo
