// saldo check PLAN: every finding, for people and for CI.
#include <algorithm>

#include "base/say.h"
#include "base/text.h"
#include "calc/check/checks.h"
#include "calc/check/fingerprint.h"
#include "cli/commands/check_output.h"
#include "cli/computed.h"
#include "cli/options.h"
#include "cli/save_file.h"
#include "plan/source.h"
#include "render/findings/finding_format.h"

namespace saldo {

namespace {

void add_options(CLI::App& app, Request& request) {
  add_plan(app, request);
  std::vector<MoreFormat> more;
  for (const FindingFormat& format : finding_formats) more.push_back({format.name, format.description});
  add_format(app, request, more);
  app.add_flag("--summary", request.summary, "end the text with how many findings there are of each rule");
  app.add_flag("--strict", request.strict, "fail on warnings too, not only on errors");
  const auto add_rules = [&](const char* name, std::vector<std::string>& into, const char* description) {
    app.add_option(name, into, description)->type_name("RULE")->expected(1)->take_all();
  };
  add_rules("--only", request.only, "only findings of this rule; may be given more than once");
  add_rules("--ignore", request.ignore, "no findings of this rule; may be given more than once");
  app.add_option("--baseline", request.baseline, "only findings that are not in this file")->type_name("FILE");
  app.add_option("--write-baseline", request.write_baseline, "accept what is found now: write it to this file")
      ->type_name("FILE");
}

Message unknown_rule(std::string_view written) {
  std::vector<std::string_view> known;
  for (const RuleInfo& rule : rules) known.push_back(rule.id);
  const std::optional<std::string> likely = nearest(written, known);
  return likely ? say("there is no rule `{}`; did you mean `{}`?", written, *likely)
                : say("there is no rule `{}`; `saldo explain` lists them", written);
}

bool tell_unknown_rules(const Request& request, const Console& console) {
  bool all_known = true;
  for (const std::vector<std::string>& written : {request.only, request.ignore})
    for (const std::string& id : written)
      if (!find_rule(id)) {
        usage_error(console, unknown_rule(id));
        all_known = false;
      }
  return all_known;
}

// Told on err: a baseline that cannot be read in full would let old findings through as new ones.
std::optional<Baseline> read_baseline_file(const std::string& path, const Console& console) {
  if (path.empty()) return Baseline{};
  const std::variant<std::string, Message> source = read_source(path);
  if (const auto* trouble = std::get_if<Message>(&source)) {
    usage_error(console, say("--baseline {}: {}; `--write-baseline {}` makes one", path,
                             to_text(*trouble, console.language), path));
    return std::nullopt;
  }
  Baseline baseline = read_baseline(std::get<std::string>(source));
  for (const std::size_t line : baseline.unreadable)
    usage_error(
        console,
        say("--baseline {}: line {} does not begin with a fingerprint; `--write-baseline {}` makes the file anew", path,
            line, path));
  if (!baseline.unreadable.empty()) return std::nullopt;
  return baseline;
}

std::optional<CheckResult> check(const Request& request, const Console& console) {
  std::optional<Computed> tried = attempt(load_base(request.plan), request, console);
  if (!tried) return std::nullopt;
  CheckResult result{{}, std::move(tried->files), std::move(tried->findings), {}};
  if (result.findings.empty()) {
    result.complete = true;
    result.findings = check_plan(tried->worked);
    std::erase_if(result.findings, [&](const Diagnostic& finding) { return !is_selected(finding.rule, request); });
  }
  result.plan = std::move(tried->worked.plan);
  return result;
}

// Leaves out what the baseline knows. Fingerprints count what is alike, so they are taken before that.
void leave_out_known(CheckResult& result, const Request& request, const Baseline& baseline) {
  const std::vector<std::string> all = fingerprints(result.findings);
  Findings fresh;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (result.complete && baseline.known.contains(all[i])) continue;
    fresh.push_back(std::move(result.findings[i]));
    result.fingerprints.push_back(all[i]);
  }
  result.known = all.size() - fresh.size();
  const bool all_rules = request.only.empty() && request.ignore.empty();
  if (result.complete && all_rules) result.gone = baseline.known.size() - result.known;
  result.findings = std::move(fresh);
}

// A slip of the hand must not cost a file of the plan. A damaged baseline may be replaced.
bool is_other_text(const std::string& path) {
  const std::variant<std::string, Message> source = read_source(path);
  const auto* text = std::get_if<std::string>(&source);
  if (text == nullptr) return false;
  const Baseline there = read_baseline(*text);
  return there.known.empty() && !there.unreadable.empty();
}

// Today's findings, accepted: unless they are compared with an earlier baseline, nothing is new after this.
bool save_baseline(const CheckResult& result, const Request& request, Baseline& baseline, const Console& console) {
  if (is_other_text(request.write_baseline)) {
    usage_error(console, say("--write-baseline {}: the file is there and is no baseline; give another name",
                             request.write_baseline));
    return false;
  }
  const std::string text = write_baseline(result.findings);
  if (const std::optional<Message> trouble = save_file(request.write_baseline, text)) {
    usage_error(console, *trouble);
    return false;
  }
  if (request.baseline.empty()) baseline = read_baseline(text);
  return true;
}

int run(const Request& request, const Console& console) {
  if (!tell_unknown_rules(request, console)) return exit_failed;
  std::optional<Baseline> baseline = read_baseline_file(request.baseline, console);
  if (!baseline) return exit_failed;
  std::optional<CheckResult> checked = check(request, console);
  if (!checked) return exit_failed;
  CheckResult& result = *checked;
  const bool saves = result.complete && !request.write_baseline.empty();
  result.saved = saves && save_baseline(result, request, *baseline, console);
  leave_out_known(result, request, *baseline);
  const bool written = write_result(result, request, console) == exit_fine;
  if (!result.complete || saves != result.saved || !written) return exit_failed;
  return fails(result, request) ? exit_findings : exit_fine;
}

}  // namespace

bool is_selected(Rule rule, const Request& request) {
  const auto names = [id = info(rule).id](const std::vector<std::string>& ids) {
    return std::find(ids.begin(), ids.end(), id) != ids.end();
  };
  return (request.only.empty() || names(request.only)) && !names(request.ignore);
}

const Command check_command{
    "check", "every finding; exit code 1 when one of them is an error",
    "  saldo check data/achterhoek-2025-2028\n"
    "  saldo check PLAN --summary --only controle   one rule, and how often\n"
    "  saldo check PLAN --format sarif              for code scanning; github and junit for CI\n"
    "  saldo check PLAN --write-baseline known.txt  accept today's findings; --baseline tells new ones\n"
    "  saldo check PLAN || echo \"not today\"         in a script or CI job\n",
    add_options, run};

}  // namespace saldo
