// "3.18/12/lasten/2026": something of a plan by the names that its user gives it. plan/address.h reads one and finds what
// it means.
#pragma once

#include <compare>
#include <optional>
#include <string>

#include "base/year.h"

namespace saldo {

struct Address {
  std::string project = {};  // the nr of a project or the id of a programmalijn; empty: the plan
  std::string post = {};
  std::string figure =
      {};  // baten, lasten, eindsaldo, the other project of an overdracht, an index, or a rule set aside
  std::optional<Year> year = {};
  friend auto operator<=>(const Address&, const Address&) = default;
};

// As a user types it: "3.18/12", "3.18/12/2026", "totaal/baten/2026". What is empty is left out, but for the plan.
std::string to_text(const Address& address);

// As it stands in a sentence: "3.18/12 lasten 2026".
std::string in_words(const Address& address);

}  // namespace saldo
