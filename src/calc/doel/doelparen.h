// Which goal of one plan is which of another: by its id, else by what it says it was. Never by an equal nr alone, as a
// number is used again for something else.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "plan/model.h"

namespace saldo {

struct Doelpaar {
  std::optional<std::uint32_t> oud, nieuw;  // positions in the plans; one of them may be missing
  bool by_was = false;                      // it has another id now
};

// In the order of the new plan, then those of the old one that are in none. What went up into another goal, as a second
// name in its `was`, is in none and is not there by itself either.
std::vector<Doelpaar> pair_doelen(const Plan& oud, const Plan& nieuw);

}  // namespace saldo
