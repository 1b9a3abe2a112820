// saldo explain [RULE]: what a rule means, why it matters, and what breaks it.
#include <fmt/format.h>

#include "base/say.h"
#include "base/text.h"
#include "cli/options.h"
#include "report/check/explanations.h"
#include "report/check/rule_pages.h"

namespace saldo {

namespace {

void add_options(CLI::App& app, Request& request) {
  app.add_option("RULE", request.rule,
                 "the id of a rule, as it stands behind a finding: controle; without it, all rules");
  app.add_flag("--frame", request.frame, "what stands around the examples that show less than a plan");
  add_format(app, request);
}

std::string frame() {
  const ExampleFrame& frame = example_frame();
  return fmt::format("{}{}{}", frame.plan, frame.project, frame.post);
}

int unknown_rule(const std::string& id, const Console& console) {
  std::vector<std::string_view> known;
  for (const RuleInfo& rule : rules) known.push_back(rule.id);
  const std::optional<std::string> likely = nearest(id, known);
  return usage_error(console, likely ? say("there is no rule `{}`; did you mean `{}`?", id, *likely)
                                     : say("there is no rule `{}`; `saldo explain` lists them", id));
}

int run(const Request& request, const Console& console) {
  const std::optional<RenderOptions> options = read_format(request, console);
  if (!options) return exit_failed;
  if (request.frame) return write_output(console, frame());
  const bool text = options->format == Format::text;
  if (request.rule.empty()) return write_table(report_rules(text ? console.language : Language::en), *options, console);
  const std::optional<Rule> rule = find_rule(request.rule);
  if (!rule) return unknown_rule(request.rule, console);
  if (text) return write_output(console, rule_text(*rule, console.language, options->style.width));
  if (options->format == Format::md) return write_output(console, rule_markdown(*rule));
  return write_table(report_rule(*rule), *options, console);
}

}  // namespace

const Command explain_command{
    "explain", "what a finding means, and why it matters",
    "  saldo explain                                 all rules\n"
    "  saldo explain overdracht-jaar                 one rule, with an example that breaks it\n"
    "  saldo explain controle --format md            for a document\n",
    add_options, run};

}  // namespace saldo
