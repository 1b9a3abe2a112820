// What became of every row of the file that a year is closed from: none is passed over in silence.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/address.h"
#include "base/money.h"
#include "base/table.h"
#include "plan/reference.h"

namespace saldo {

struct ReadRow {
  std::uint32_t line = 0;
  std::string key;            // as it stands there: "7350/4310", "3.18/5"
  std::string lot;            // verwerkt, overgeslagen, totaalregel
  std::string reason;         // why it was skipped
  std::optional<Address> to;  // the post that it counts for; no figure where it has both sides
  BothSides<Money> euros;
  std::optional<Money> eindsaldo = {};  // of the year before the plan
};

Table report_rows(const std::vector<ReadRow>& rows);

}  // namespace saldo
