// What became of the goals of an older plan: those that are gone, have another number or ask less. A reader of two budgets
// looks for these, and a list of what is written otherwise does not say them.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "calc/doel/doelparen.h"

namespace saldo {

enum class DoelveranderingSoort : std::uint8_t {
  doel_verdwenen,      // no goal of the new plan is it, or was it
  streef_verdwenen,    // a target for a year that the new plan is about, which its goal has no more
  streef_lager,        // the same target, easier to reach
  streef_andere_maat,  // a target of something else in its place, that is lower
  feit_onder_streef,   // what the new plan tells as a fact is below what the old one asked
  doel_hernummerd,     // the same goal under another number
  nummer_hergebruikt,  // another goal under the same number
};

struct Doelverandering {
  DoelveranderingSoort soort{};
  std::optional<std::uint32_t> oud, nieuw;  // positions in the plans
  const Streef* was = nullptr;              // what is told of it, in the old plan and in the new
  const Streef* is = nullptr;
  const Feit* feit = nullptr;
};

// By their soort as listed, and within it in the order of the plan. Both plans outlive what is returned.
std::vector<Doelverandering> find_doelveranderingen(const Plan& oud, const Plan& nieuw,
                                                    const std::vector<Doelpaar>& pairs);

}  // namespace saldo
