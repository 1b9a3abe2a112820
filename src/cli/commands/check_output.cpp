#include "cli/commands/check_output.h"

#include <algorithm>
#include <filesystem>
#include <optional>
#include <set>

#include "base/say.h"
#include "calc/check/checks.h"
#include "cli/console.h"
#include "report/check/findings_table.h"

namespace saldo {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t many = 20;  // findings, with their lines more than a screen

bool lies_under(const fs::path& path, const fs::path& folder) {
  const fs::path relative = path.lexically_relative(folder);
  return !relative.empty() && *relative.begin() != "..";
}

std::optional<std::string> path_under(const fs::path& top, const fs::path& path) {
  std::error_code error;
  if (lies_under(path, top)) return path.lexically_relative(top).string();
  const fs::path real = fs::weakly_canonical(path, error), real_top = fs::weakly_canonical(top, error);
  if (error || !lies_under(real, real_top)) return std::nullopt;
  return real.lexically_relative(real_top).string();
}

// As seen from the first of these folders that it lies in, for programs that know no other; as it was written when it lies
// in none of them.
std::string path_from(const std::vector<fs::path>& tops, const fs::path& here, const std::string& file) {
  const fs::path path = (here / file).lexically_normal();
  std::string text = fs::path(file).lexically_normal().string();
  for (const fs::path& top : tops)
    if (const std::optional<std::string> seen = path_under(top, path)) {
      text = *seen;
      break;
    }
  return text.size() > 1 && text.ends_with('/') ? text.substr(0, text.size() - 1) : text;
}

FileNames names_from_top(const Files& files, const std::vector<std::string>& top_folders) {
  std::error_code error;
  const fs::path here = fs::current_path(error);
  FileNames names = file_names(files);
  if (error) return names;
  std::vector<fs::path> tops(top_folders.begin(), top_folders.end());
  tops.push_back(here);
  names.name = [&files, tops = std::move(tops), here](FileId id) { return path_from(tops, here, files[position(id)]); };
  return names;
}

// Programs show a finding at a line of a file: one of the plan as a whole goes to its [plan], or to the first line there is.
void put_on_lines(CheckResult& result) {
  for (Diagnostic& finding : result.findings) {
    Place& place = finding.place;
    if (place.line > 0) continue;
    const bool whole = position(place.file) == 0;
    if (whole && result.plan.place.line > 0) place = result.plan.place;
    else if (whole && result.files.size() > 1) place = {static_cast<FileId>(1), 1, 0, 0};
    else if (!whole) place.line = 1;
  }
}

void tell_out_of_reach(const Findings& findings, const FileNames& names, const Console& console) {
  const auto is_out = [&](const Diagnostic& finding) {
    const std::string name = names.name(finding.place.file);
    return name.starts_with("../") || name.starts_with('/');
  };
  const auto first = std::find_if(findings.begin(), findings.end(), is_out);
  if (first == findings.end()) return;
  usage_error(console, say("{} lies outside the repository, so its findings have no place in a change",
                           names.name(first->place.file)));
}

// Rules of checks can be told apart by project; those of the loader are about files.
std::vector<TriedRule> tried_rules(const CheckResult& result, const CheckAsked& asked) {
  std::set<Rule> found;
  for (const Diagnostic& finding : result.findings) found.insert(finding.rule);
  std::set<Rule> off;
  for (const CheckSetting& setting : result.plan.check_settings)
    if (!setting.severity) off.insert(setting.rule);
  std::vector<TriedRule> tried;
  for (const RuleInfo& rule : rules) {
    const auto of_rule = [&rule](const Check& check) { return check.rule == rule.rule; };
    const bool wanted =
        asked.wants(rule.rule) && !off.contains(rule.rule) && !is_of_bookings(rule.rule) && !is_of_import(rule.rule);
    if (wanted || found.contains(rule.rule))
      tried.push_back({rule.rule, result.complete && std::any_of(all_checks().begin(), all_checks().end(), of_rule)});
  }
  return tried;
}

std::vector<std::string> subjects_of(const Plan& plan) {
  std::vector<std::string> subjects;
  std::set<std::string> seen;
  const auto add = [&](const std::string& subject) {
    if (seen.insert(subject).second) subjects.push_back(subject);
  };
  for (const Programmalijn& line : plan.lines) add(line.id);
  for (const Project& project : plan.projects) add(project.nr);
  return subjects;
}

int write_document(const FindingFormat& format, CheckResult& result, const CheckAsked& asked, const Console& console) {
  const std::vector<TriedRule> tried = tried_rules(result, asked);
  const std::vector<std::string> subjects = subjects_of(result.plan);
  const std::vector<std::string> tops = console.repository_tops(asked.plan.plan);
  const FileNames names = names_from_top(result.files, tops);
  put_on_lines(result);
  if (!tops.empty()) tell_out_of_reach(result.findings, names, console);
  const FindingReport report{result.findings, result.fingerprints, tried,          subjects,
                             names,           asked.failing,       result.complete};
  return write_output(console, [&](TextOut& out) { format.write(report, out); });
}

Message old_baseline_message(const CheckAsked& asked) {
  return say(
      "the baseline {} is of an older saldo, without amounts: what got worse is not told, and posts are known by "
      "their place; `--write-baseline {}` makes it anew",
      asked.baseline, asked.baseline);
}

std::string baseline_text(const CheckResult& result, const CheckAsked& asked, Language language) {
  const auto line = [language](const Message& message) { return shown_line(message, language); };
  std::string text;
  if (result.saved)
    text +=
        line(say("written to {}; `--baseline {}` tells only what is new", asked.write_baseline, asked.write_baseline));
  if (result.old_baseline) text += line(old_baseline_message(asked));
  if (result.smaller.size() <= many)
    for (const Message& message : result.smaller) text += line(message);
  if (!result.smaller.empty())
    text +=
        line(say("less than in the baseline: {}; `--write-baseline` keeps that it got better", result.smaller.size()));
  if (result.known > 0) text += line(say("not shown, as the baseline has them: {}", result.known));
  if (result.gone > 0)
    text += line(say("in the baseline, but no longer found: {}; `--write-baseline` takes them out", result.gone));
  return text;
}

std::string closing_text(const CheckResult& result, const CheckAsked& asked, Language language) {
  std::string text;
  if (asked.summary && !result.findings.empty()) text += summary_text(result.findings, language) + '\n';
  text += notes_text(asked.format) + baseline_text(result, asked, language);
  if (result.findings.empty() && result.known > 0) return text + to_text(say("no new findings"), language) + '\n';
  text += count_text(result.findings, language);
  if (result.findings.size() > many && !asked.summary)
    text += to_text(say("; `--summary` counts them by rule, `--only RULE` shows those of one"), language);
  return text + '\n';
}

int write_text(const CheckResult& result, const CheckAsked& asked, const Console& console) {
  if (!result.complete) {
    write_error(console, show_findings(result.files, result.findings, error_style(console)));
    return exit_fine;
  }
  return write_output(console, [&](TextOut& out) {
    write_findings(result.findings, file_names(result.files), asked.format.style, out);
    if (!result.findings.empty()) out += '\n';
    out += closing_text(result, asked, console.language);
  });
}

}  // namespace

int write_result(CheckResult& result, const CheckAsked& asked, const Console& console) {
  const bool tells_itself = asked.document == nullptr && asked.format.format == Format::text;
  if (result.old_baseline && !tells_itself) usage_error(console, old_baseline_message(asked));
  if (asked.document != nullptr) return write_document(*asked.document, result, asked, console);
  if (asked.format.format == Format::text) return write_text(result, asked, console);
  return write_table(findings_rows(result.findings, file_names(result.files).name), asked.format, console);
}

}  // namespace saldo
