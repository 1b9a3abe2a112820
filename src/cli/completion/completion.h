// Completion scripts, one function per shell, made from the lists of options. `language` is that of descriptions.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/finding/rule.h"
#include "cli/command.h"

namespace saldo {

// What Takes::rule offers.
inline std::vector<std::string_view> rule_ids() {
  std::vector<std::string_view> ids;
  for (const RuleInfo& rule : rules) ids.push_back(rule.id);
  return ids;
}

std::string bash_completion(Language language);
std::string zsh_completion(Language language);
std::string fish_completion(Language language);

}  // namespace saldo
