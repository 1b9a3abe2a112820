// What tables come to, so that who loads them can tell that all of it came over.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <tuple>
#include <vector>

#include "base/typed/typed_table.h"

namespace saldo {

// Counts rows as they pass. The key of a plan stands in the first `key` columns of every table, and of its control sums.
class ControlSums {
 public:
  void add(const TypedTable& table, TypedRow row);
  // Rows of control_table(columns), behind `key`: in the order of tables, years and sides.
  void for_each(TypedRow key, const RowSink& sink) const;
  // Whether every sum is within the range of Money.
  bool fits() const;

 private:
  struct Sum {
    std::int64_t rows = 0;
    Money sum = {};
    std::int64_t pm = 0;
  };
  std::map<std::tuple<std::string_view, std::int64_t, std::string>, Sum> sums_;
};

// tabel, jaar (0: not by year), kant (empty: not by side), rijen, som, pm: what stands behind the key of a plan.
std::span<const TypedColumn> control_columns();

}  // namespace saldo
