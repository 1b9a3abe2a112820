#include "base/catalogue_nl.h"

#include <vector>

namespace saldo {

std::span<const Translation> dutch_catalogue() {
  static const std::vector<Translation> all = [] {
    std::vector<Translation> rows;
    for (const auto part : {dutch_of_plan(), dutch_of_calc(), dutch_of_rules(), dutch_of_schema(),
                            dutch_of_command_line(), dutch_of_risk()})
      rows.insert(rows.end(), part.begin(), part.end());
    return rows;
  }();
  return all;
}

}  // namespace saldo
