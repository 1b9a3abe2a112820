#include "base/rule.h"

#include <algorithm>

namespace saldo {

std::optional<Rule> find_rule(std::string_view id) {
  const auto found = std::find_if(rules.begin(), rules.end(), [id](const RuleInfo& rule) { return rule.id == id; });
  if (found == rules.end()) return std::nullopt;
  return found->rule;
}

}  // namespace saldo
