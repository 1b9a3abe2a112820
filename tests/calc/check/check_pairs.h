// The plans that break exactly one of the rules about money, each with its repaired twin.
#pragma once

#include <string>
#include <vector>

#include "base/rule.h"

// In `text`, «» mark where the finding points. `said` is all there is to read of it but the place, as all_found() in
// marked_plan.h shows it. The twin has `to` in the place of `from`.
struct CheckPair {
  saldo::Rule rule;
  std::string said;
  std::string text;
  std::string from;
  std::string to;
};

const std::vector<CheckPair>& check_pairs();
