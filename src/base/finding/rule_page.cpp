#include "base/finding/rule_page.h"

#include <algorithm>

#include "embedded/rules.h"

namespace saldo {

namespace {

// In the order in which they stand on a page: in English, in Dutch, and what both share.
enum Part : std::size_t { title, meaning, why, ground, titel, betekenis, waarom, grond, wrong, said, gezegd, right };

// What opens each part, and so ends the one before it; the last one ends the page.
constexpr std::string_view marks[] = {"# ",
                                      "\n\n",
                                      "\n\n## Why\n\n",
                                      "\n\n## Ground\n\n",
                                      "\n\n# ",
                                      "\n\n",
                                      "\n\n## Waarom\n\n",
                                      "\n\n## Grond\n\n",
                                      "\n\n# Wrong\n\n```toml\n",
                                      "```\n\n```text\n",
                                      "```\n\n```text\n",
                                      "```\n\n# Right\n\n```toml\n",
                                      "```\n"};

struct Parts {
  bool any = false;  // a page
  std::array<std::string_view, right + 1> text;
  std::size_t whole = 0;  // how many of them, from the first on, are opened and ended as they should
};

constexpr Parts read_parts(std::string_view page) {
  Parts parts;
  parts.any = !page.empty();
  if (!page.starts_with(marks[title])) return parts;
  page.remove_prefix(marks[title].size());
  for (; parts.whole < parts.text.size(); ++parts.whole) {
    const std::string_view end = marks[parts.whole + 1];
    const std::size_t size = page.find(end);
    const bool may_be_empty = parts.whole == said || parts.whole == gezegd;  // a test tells what belongs there
    if (size == std::string_view::npos || (size == 0 && !may_be_empty)) break;
    parts.text[parts.whole] = page.substr(0, size);
    page.remove_prefix(size + end.size());
  }
  return parts;
}

constexpr std::string_view page_of(std::string_view id) {
  for (const auto& [name, page] : embedded::rules)
    if (name == id) return page;
  return {};
}

template <Rule rule>
constexpr Parts parts = read_parts(page_of(info(rule).id));

// Whoever adds a rule is told here, by the compiler, what its page still needs. It looks a page up once per rule, as that
// takes it long.
#define SALDO_HAS_PART(name, id, part, wanted)                               \
  static_assert(!parts<Rule::name>.any || parts<Rule::name>.whole != (part), \
                "src/rules/" id ".md needs " wanted "; src/rules/README.md shows the shape of a page")
#define SALDO_HAS_PAGE(name, id, severity)                                                                           \
  static_assert(parts<Rule::name>.any,                                                                               \
                "write src/rules/" id ".md: a rule has a page; src/rules/README.md shows the shape of it");          \
  SALDO_HAS_PART(name, id, title, "`# ` and the English title as its first line, and an empty line");                \
  SALDO_HAS_PART(name, id, meaning, "the meaning in English under the title, and then `## Why`");                    \
  SALDO_HAS_PART(name, id, why, "a text under `## Why`, and then `## Ground`");                                      \
  SALDO_HAS_PART(name, id, ground, "a text under `## Ground`, and then `# ` and the Dutch title");                   \
  SALDO_HAS_PART(name, id, titel, "an empty line after the Dutch title");                                            \
  SALDO_HAS_PART(name, id, betekenis, "the meaning in Dutch under the title, and then `## Waarom`");                 \
  SALDO_HAS_PART(name, id, waarom, "a text under `## Waarom`, and then `## Grond`");                                 \
  SALDO_HAS_PART(name, id, grond, "a text under `## Grond`, and then `# Wrong` with a ```toml block");               \
  SALDO_HAS_PART(name, id, wrong, "a plan under `# Wrong`, and then a ```text block for what is said in English");   \
  SALDO_HAS_PART(name, id, said, "an end to the ```text block in English, and then one for what is said in Dutch");  \
  SALDO_HAS_PART(name, id, gezegd, "an end to the ```text block in Dutch, and then `# Right` with a ```toml block"); \
  SALDO_HAS_PART(name, id, right, "a plan under `# Right`");
SALDO_RULES(SALDO_HAS_PAGE, SALDO_HAS_PAGE)

#define SALDO_HAS_RULE(id)                     \
  static_assert(find_rule(id) != std::nullopt, \
                "src/rules/" id                \
                ".md is the page of no rule: give it a row in src/base/finding/rule.h, or take it out");
SALDO_EMBEDDED_rules(SALDO_HAS_RULE)

#define SALDO_PARTS(name, id, severity) &parts<Rule::name>,
    constexpr const Parts* parts_of_rules[] = {SALDO_RULES(SALDO_PARTS, SALDO_PARTS)};

const Parts& parts_of(Rule rule) { return *parts_of_rules[static_cast<std::size_t>(rule)]; }

std::string one_line(std::string_view paragraph) {
  std::string line(paragraph);
  std::replace(line.begin(), line.end(), '\n', ' ');
  return line;
}

}  // namespace

RulePage rule_page(Rule rule, Language language) {
  const bool dutch = language == Language::nl;
  const auto& text = parts_of(rule).text;
  return {rule_title(rule, language),
          one_line(text[dutch ? betekenis : meaning]),
          one_line(text[dutch ? waarom : why]),
          one_line(text[dutch ? grond : ground]),
          text[wrong],
          text[dutch ? gezegd : said],
          text[right]};
}

std::string_view rule_title(Rule rule, Language language) {
  return parts_of(rule).text[language == Language::nl ? titel : title];
}

}  // namespace saldo
