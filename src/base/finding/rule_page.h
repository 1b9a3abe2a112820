// What there is to say about a rule. It stands in src/rules/<id>.md, in the shape of src/rules/README.md, and is built in.
#pragma once

#include <string>
#include <string_view>

#include "base/finding/rule.h"
#include "base/language.h"

namespace saldo {

struct RulePage {
  std::string_view title;
  std::string meaning;
  std::string why;
  std::string ground;      // the law or practice behind it
  std::string_view wrong;  // gives this finding and no other; in the form of whole_example()
  std::string_view said;   // what `saldo check` then says
  std::string_view right;  // gives no finding
};

RulePage rule_page(Rule rule, Language language);
std::string_view rule_title(Rule rule, Language language);

}  // namespace saldo
