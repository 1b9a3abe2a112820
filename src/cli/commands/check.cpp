// saldo check PLAN: every finding, for people and for CI.
#include <algorithm>

#include "base/say.h"
#include "calc/check/baseline/baseline.h"
#include "calc/check/baseline/fingerprint.h"
#include "calc/check/checks.h"
#include "cli/carry_out.h"
#include "cli/command.h"
#include "cli/commands/check_output.h"
#include "cli/save_file.h"
#include "cli/text/author_text.h"
#include "plan/source.h"

namespace saldo {

namespace of_check {
namespace {

// The formats of a table, and those of findings only.
template <std::size_t... table, std::size_t... finding>
constexpr auto all_formats(std::index_sequence<table...>, std::index_sequence<finding...>) {
  return std::array{option::table_formats[table]...,
                    OptionWord(finding_formats[finding].name, finding_formats[finding].description)...};
}
constexpr auto format_words =
    all_formats(std::make_index_sequence<formats.size()>(), std::make_index_sequence<finding_formats.size()>());
constexpr Option format = option::format_of(format_words);
constexpr Option summary{
    .name = "--summary",
    .description = marked("end the text with how many findings there are of each rule"),
};
constexpr Option strict{.name = "--strict", .description = marked("fail on warnings too, not only on errors")};
constexpr Option only{
    .name = "--only",
    .takes = Takes::rule,
    .label = marked("RULE"),
    .description = marked("only findings of this rule; may be given more than once"),
    .repeated = true,
};
constexpr Option ignore{
    .name = "--ignore",
    .takes = Takes::rule,
    .label = marked("RULE"),
    .description = marked("no findings of this rule; may be given more than once"),
    .repeated = true,
};
constexpr Option known{
    .name = "--baseline",
    .takes = Takes::file,
    .label = marked("FILE"),
    .description = marked("only findings that are not in this file"),
};
constexpr Option write_known{
    .name = "--write-baseline",
    .takes = Takes::file,
    .label = marked("FILE"),
    .description = marked("accept what is found now: write it to this file"),
};
constexpr auto options = option_list(option::of_plan, format, option::csv_dialect, option::width, summary, strict, only,
                                     ignore, known, write_known);

std::vector<Rule> read_rules(const Option& option, Reading& reading) {
  std::vector<Rule> all;
  for (const std::string& written : reading.texts(option))
    if (const std::optional<Rule> rule = read_rule(written, reading)) all.push_back(*rule);
  return all;
}

std::string read_baseline_name(const Option& option, Reading& reading) {
  std::string name = reading.text(option);
  if (reading.has(option) && name.empty()) reading.refuse(say("{}: give the name of a file", option.name));
  return name;
}

CheckAsked read(Reading& reading) {
  CheckAsked asked;
  asked.plan = read_plan(reading);
  asked.format = read_format(reading);
  for (const FindingFormat& document : finding_formats)
    if (document.name == reading.text(format)) asked.document = &document;
  asked.summary = reading.has(summary);
  if (reading.has(strict)) asked.failing = Severity::warning;
  asked.only = read_rules(only, reading);
  asked.ignored = read_rules(ignore, reading);
  asked.baseline = read_baseline_name(known, reading);
  asked.write_baseline = read_baseline_name(write_known, reading);
  return asked;
}

Message unreadable_message(const std::string& path, const std::vector<std::size_t>& lines) {
  if (lines.size() == 1)
    return say("--baseline {}: line {} is no finding; `--write-baseline {}` makes the file anew", path, lines.front(),
               path);
  return say("--baseline {}: {} lines are no finding, the first is line {}; `--write-baseline {}` makes the file anew",
             path, lines.size(), lines.front(), path);
}

// Told on err: a baseline that cannot be read in full would let old findings through as new ones.
std::optional<Baseline> read_baseline_file(const std::string& path, const Console& console) {
  if (path.empty()) return read_baseline(write_baseline({}));
  const std::variant<std::string, Message> source = read_source(path);
  if (const auto* trouble = std::get_if<Message>(&source)) {
    usage_error(console, say("--baseline {}: {}; `--write-baseline {}` makes one", path,
                             to_text(*trouble, console.language), path));
    return std::nullopt;
  }
  Baseline baseline = read_baseline(std::get<std::string>(source));
  if (baseline.version == 0 || baseline.version > Baseline::newest) {
    usage_error(console, say("--baseline {}: this is a baseline of another version than the {} that this saldo reads; "
                             "`--write-baseline {}` makes the file anew",
                             path, Baseline::newest, path));
    return std::nullopt;
  }
  if (baseline.unreadable.empty()) return baseline;
  usage_error(console, unreadable_message(path, baseline.unreadable));
  return std::nullopt;
}

CheckResult check(const CheckAsked& asked, Sources sources) {
  Computed tried = attempt(std::move(sources), asked.plan);
  CheckResult result{{}, std::move(tried.files), std::move(tried.findings), {}};
  if (result.findings.empty()) {
    result.complete = true;
    result.findings = check_plan(tried.worked);
    for (Diagnostic& finding : read_author_text(asked.plan.plan, tried.worked, result.files).findings)
      result.findings.push_back(std::move(finding));
    std::erase_if(result.findings, [&](const Diagnostic& finding) { return !asked.wants(finding.rule); });
  }
  result.plan = std::move(tried.worked.plan);
  return result;
}

bool fails(const CheckResult& result, const CheckAsked& asked) {
  return std::any_of(result.findings.begin(), result.findings.end(),
                     [&](const Diagnostic& finding) { return finding.severity >= asked.failing; });
}

Message larger_message(const Extent& was, const Extent& now) {
  if (std::holds_alternative<std::size_t>(now))
    return say("worse than when it was accepted: was {} amounts, is now {}", in_words(was), in_words(now));
  const auto* before = std::get_if<Money>(&was);
  const auto* after = std::get_if<Money>(&now);
  if (before != nullptr && after != nullptr && before->size() < after->size())
    return say("worse than when it was accepted: was {}, is now {}", before->size(), after->size());
  return say("another difference than was accepted: was {}, is now {}", in_words(was), in_words(now));
}

Message smaller_message(const Diagnostic& finding, const Extent& was) {
  if (std::holds_alternative<std::size_t>(was))
    return say("{}: was {} amounts, is now {}", describe(finding), in_words(was), in_words(finding.extent));
  const auto* before = std::get_if<Money>(&was);
  const auto* after = std::get_if<Money>(&finding.extent);
  if (before == nullptr || after == nullptr) return say("{} got better", describe(finding));
  return say("{}: was {}, is now {}", describe(finding), before->size(), after->size());
}

// Leaves out what the baseline knows, as long as it did not get worse.
void leave_out_known(CheckResult& result, const CheckAsked& asked, const Baseline& baseline) {
  if (baseline.known.empty()) {
    if (asked.document != nullptr) result.fingerprints = fingerprints(result.findings);
    return;
  }
  const std::vector<std::string> all = fingerprints(result.findings);
  const Held held =
      result.complete ? hold_against(baseline, result.findings) : Held{std::vector<Verdict>(result.findings.size()), 0};
  Findings told;
  for (std::size_t i = 0; i < all.size(); ++i) {
    Diagnostic& finding = result.findings[i];
    const auto& [acceptance, was] = held.verdicts[i];
    if (acceptance == Acceptance::smaller) result.smaller.push_back(smaller_message(finding, was));
    if (acceptance == Acceptance::same || acceptance == Acceptance::smaller) continue;
    if (acceptance == Acceptance::larger)
      finding.related.insert(finding.related.begin(), {finding.place, larger_message(was, finding.extent)});
    told.push_back(std::move(finding));
    result.fingerprints.push_back(all[i]);
  }
  result.known = all.size() - told.size();
  if (asked.only.empty() && asked.ignored.empty()) result.gone = held.gone;
  result.findings = std::move(told);
}

// A slip of the hand must not cost a file of the user's. A damaged baseline may be replaced.
bool is_other_text(const std::string& path) {
  const std::variant<std::string, Message> source = read_source(path);
  const auto* text = std::get_if<std::string>(&source);
  return text != nullptr && !text->empty() && !read_baseline(*text).has_heading;
}

// Today's findings, accepted: unless they are compared with an earlier baseline, nothing is new after this.
bool save_baseline(const CheckResult& result, const CheckAsked& asked, Baseline& baseline, const Console& console) {
  if (is_other_text(asked.write_baseline)) {
    usage_error(console, say("--write-baseline {}: the file is there and is no baseline; give another name",
                             asked.write_baseline));
    return false;
  }
  const std::string text = write_baseline(result.findings);
  if (const std::optional<Message> trouble = save_file(asked.write_baseline, text)) {
    usage_error(console, *trouble);
    return false;
  }
  if (asked.baseline.empty()) baseline = read_baseline(text);
  return true;
}

int run(CheckAsked asked, Sources sources, const Console& console) {
  std::optional<Baseline> baseline = read_baseline_file(asked.baseline, console);
  if (!baseline) return exit_failed;
  CheckResult result = check(asked, std::move(sources));
  const bool saves = result.complete && !asked.write_baseline.empty();
  result.saved = saves && save_baseline(result, asked, *baseline, console);
  result.old_baseline = !asked.baseline.empty() && baseline->version == 1;
  leave_out_known(result, asked, *baseline);
  if (!result.findings.empty()) tell_euros(result.plan, asked.format);
  const bool is_done = result.complete && saves == result.saved, is_failing = fails(result, asked);
  const bool written = write_result(result, asked, console) == exit_fine;
  leave(std::move(result), console);
  if (!is_done || !written) return exit_failed;
  return is_failing ? exit_findings : exit_fine;
}

constexpr Example examples[] = {
    {"saldo check data/achterhoek-2025-2028"},
    {"saldo check PLAN --summary --only controle", marked("one rule, and how often")},
    {"saldo check PLAN --format sarif", marked("for code scanning; github, gitlab and junit for CI")},
    {"saldo check PLAN --write-baseline known.txt", marked("accept today's findings; --baseline tells new ones")},
    {marked("saldo check PLAN || echo \"not today\""), marked("in a script or CI job")},
};

}  // namespace
}  // namespace of_check

extern const Command check_command{
    .name = "check",
    .summary = marked("every finding; exit code 1 when one of them is an error"),
    .options = of_check::options,
    .examples = of_check::examples,
    .run = carry_out<Needs::files, of_check::read, of_check::run>,
};

}  // namespace saldo
