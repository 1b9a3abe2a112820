#include "report/check/rule_pages.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/finding/diagnostic.h"
#include "base/finding/rule_page.h"
#include "base/text.h"

namespace saldo {

namespace {

std::string paragraph(std::string_view text, std::size_t width) {
  std::string out;
  for (const std::string& line : wrap(text, width)) out += line + '\n';
  return out + '\n';
}

std::string indented(std::string_view toml) {
  std::string out;
  while (!toml.empty()) {
    const std::string_view line = toml.substr(0, toml.find('\n'));
    out += line.empty() ? "\n" : fmt::format("    {}\n", line);
    toml.remove_prefix(std::min(line.size() + 1, toml.size()));
  }
  return out;
}

Column text_column(const char* key, std::string_view label) { return {key, std::string(label), ColumnType::text}; }

}  // namespace

Table report_rules(Language language) {
  Table table{"regels", std::string(translated("The rules of saldo", language)), {}, {}};
  table.columns = {text_column("rule", translated("Rule", language)),
                   text_column("severity", translated("Severity", language)),
                   text_column("title", translated("What is found", language))};
  for (const RuleInfo& rule : rules)
    table.rows.push_back({RowKind::item,
                          0,
                          {std::string(rule.id), std::string(translated(to_text(rule.severity), language)),
                           std::string(rule_title(rule.rule, language))}});
  return table;
}

Table report_rule(Rule rule) {
  const RuleInfo& row = info(rule);
  const RulePage page = rule_page(rule, Language::en);
  Table table{"regel", std::string(row.id), {}, {}};
  for (const char* key : {"rule", "severity", "title", "meaning", "why", "basis", "wrong", "right"})
    table.columns.push_back(text_column(key, key));
  Row cells{RowKind::item, 0, {}};
  const std::string_view texts[] = {row.id,   to_text(row.severity), page.title, page.meaning,
                                    page.why, page.ground,           page.wrong, page.right};
  for (const std::string_view text : texts) cells.cells.emplace_back(std::string(text));
  table.rows.push_back(std::move(cells));
  return table;
}

std::string rule_text(Rule rule, Language language, std::size_t width) {
  constexpr std::size_t widest = 100;  // longer lines are hard to read
  const std::size_t columns = std::min(width, widest);
  const RuleInfo& row = info(rule);
  const RulePage page = rule_page(rule, language);
  std::string out =
      paragraph(fmt::format("{} ({}): {}", row.id, translated(to_text(row.severity), language), page.title), columns);
  out += paragraph(page.meaning, columns);
  out += paragraph(page.why, columns);
  out += paragraph(page.ground, columns);
  out += fmt::format("{}\n\n{}\n", translated("This gives the finding:", language), indented(page.wrong));
  return out + fmt::format("{}\n\n{}", translated("This does not:", language), indented(page.right));
}

std::string rule_markdown(Rule rule) {
  const RuleInfo& row = info(rule);
  const RulePage page = rule_page(rule, Language::en);
  return fmt::format(
      "## {}\n\n**{}**: {}\n\n{}\n\n{}\n\n{}\n\nThis gives the finding:\n\n```toml\n{}```\n\nThis does "
      "not:\n\n```toml\n{}```\n",
      row.id, to_text(row.severity), page.title, page.meaning, page.why, page.ground, page.wrong, page.right);
}

}  // namespace saldo
