// saldo explain [RULE]: what a rule means, why it matters, and what breaks it.
#include <fmt/format.h>

#include "base/text.h"
#include "cli/carry_out.h"
#include "cli/command.h"
#include "report/check/example.h"
#include "report/check/rule_pages.h"

namespace saldo {

namespace of_explain {
namespace {

constexpr Option rule{
    .name = "RULE",
    .takes = Takes::rule,
    .label = marked("RULE"),
    .description = marked("the id of a rule, as it stands behind a finding: controle; without it, all rules"),
};
constexpr Option frame{
    .name = "--frame",
    .description = marked("what stands around the examples that show less than a plan"),
};
constexpr auto options = option_list(rule, frame, option::of_format);

struct Asked {
  std::optional<Rule> rule;  // none: all of them
  bool frame = false;
  RenderOptions format;
};

Asked read(Reading& reading) {
  Asked asked{{}, reading.has(frame), read_format(reading)};
  if (reading.has(rule) && !reading.text(rule).empty()) asked.rule = read_rule(reading.text(rule), reading);
  return asked;
}

int write_frame(const Console& console) {
  const ExampleFrame& around = example_frame();
  return write_output(console, fmt::format("{}{}{}", around.plan, around.project, around.post));
}

int run(const Asked& asked, const Console& console) {
  if (asked.frame) return write_frame(console);
  const bool text = asked.format.format == Format::text;
  if (!asked.rule) return write_table(report_rules(text ? console.language : Language::en), asked.format, console);
  if (text) return write_output(console, rule_text(*asked.rule, console.language, asked.format.style.width));
  if (asked.format.format == Format::md) return write_output(console, rule_markdown(*asked.rule));
  return write_table(report_rule(*asked.rule), asked.format, console);
}

constexpr Example examples[] = {
    {"saldo explain", marked("all rules")},
    {"saldo explain overdracht-jaar", marked("one rule, with an example that breaks it")},
    {"saldo explain controle --format md", marked("for a document")},
};

}  // namespace
}  // namespace of_explain

extern const Command explain_command{
    .name = "explain",
    .summary = marked("what a finding means, and why it matters"),
    .options = of_explain::options,
    .examples = of_explain::examples,
    .run = carry_out<Needs::nothing, of_explain::read, of_explain::run>,
};

}  // namespace saldo
