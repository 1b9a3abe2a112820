// The rules themselves: a table of all, and what there is to say about one.
#pragma once

#include <string>

#include "base/finding/rule.h"
#include "base/language.h"
#include "base/table.h"

namespace saldo {

// Id, severity and title of every rule.
Table report_rules(Language language);

// One rule with its whole explanation, for machines.
Table report_rule(Rule rule);

// The page of a rule for people: text of at most `width` columns, or Markdown under a heading of level 2, in English.
std::string rule_text(Rule rule, Language language, std::size_t width);
std::string rule_markdown(Rule rule);

}  // namespace saldo
