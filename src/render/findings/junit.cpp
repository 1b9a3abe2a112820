#include "render/findings/junit.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <vector>

#include "render/printable.h"

namespace saldo {

namespace {

// Those of one case, by place.
using Found = std::vector<const Diagnostic*>;

// By the subject they are about; "" is the plan as a whole.
using FoundOfRule = std::map<std::string_view, Found>;

// What stands in front of the cases.
struct Counts {
  std::size_t tests = 0;
  std::size_t failures = 0;
  std::size_t skipped = 0;

  Counts& operator+=(const Counts& other) {
    tests += other.tests;
    failures += other.failures;
    skipped += other.skipped;
    return *this;
  }
};

std::string attribute(std::string_view name, std::string_view value) {
  return fmt::format(" {}=\"{}\"", name, xml_text(printable(value)));
}

std::string as_attributes(const Counts& counts) {
  return fmt::format(" tests=\"{}\" failures=\"{}\" errors=\"0\" skipped=\"{}\"", counts.tests, counts.failures,
                     counts.skipped);
}

std::string findings_xml(const Found& found, const FindingReport& report, bool fails) {
  Findings findings;
  for (const Diagnostic* finding : found) findings.push_back(*finding);
  const std::string text = xml_text(render_findings(findings, report.files, Style()));
  if (!fails) return "      <system-out>" + text + "</system-out>\n";
  const auto worst = std::max_element(findings.begin(), findings.end(),
                                      [](const Diagnostic& a, const Diagnostic& b) { return a.severity < b.severity; });
  std::string message = to_text(worst->message);
  if (findings.size() > 1) message += fmt::format(" (and {} more)", findings.size() - 1);
  return "      <failure" + attribute("type", to_text(worst->severity)) + attribute("message", message) + ">" + text +
         "</failure>\n";
}

class JunitDocument {
 public:
  explicit JunitDocument(const FindingReport& report)
      : report_(report), subjects_(report.subjects.begin(), report.subjects.end()) {
    for (const Diagnostic& finding : report.findings) found_[finding.rule][finding.subject.project].push_back(&finding);
  }

  void write(TextOut& out) {
    std::vector<Counts> counts;  // of each rule: they stand above what they count
    Counts all;
    for (const TriedRule& tried : report_.tried) all += counts.emplace_back(count(tried));
    out += "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"saldo check\"" + as_attributes(all) + ">\n";
    for (std::size_t i = 0; i < counts.size() && out.is_wanted(); ++i) {
      const TriedRule& tried = report_.tried[i];
      out += "  <testsuite" + attribute("name", info(tried.rule).id) + as_attributes(counts[i]) + ">\n";
      each_case(tried, [&](std::string_view subject, const Found& found) {
        if (out.is_wanted()) out += case_xml(tried.rule, subject, found);
      });
      out += "  </testsuite>\n";
    }
    out += "</testsuites>\n";
  }

 private:
  // The plan, each subject it has, and what else was found.
  template <class Visit>
  void each_case(const TriedRule& tried, Visit visit) {
    const FoundOfRule& of_rule = found_[tried.rule];
    const Found nothing;
    const auto visit_subject = [&](std::string_view subject) {
      const auto found = of_rule.find(subject);
      visit(subject, found == of_rule.end() ? nothing : found->second);
    };
    visit_subject("");
    if (tried.per_subject)
      for (const std::string& subject : report_.subjects) visit_subject(subject);
    for (const auto& [subject, found] : of_rule)
      if (!subject.empty() && !(tried.per_subject && subjects_.contains(subject))) visit(subject, found);
  }

  Counts count(const TriedRule& tried) {
    Counts counts;
    each_case(tried, [&](std::string_view, const Found& found) {
      ++counts.tests;
      if (fails(found)) ++counts.failures;
      if (is_skipped(found)) ++counts.skipped;
    });
    return counts;
  }

  bool is_skipped(const Found& found) const { return found.empty() && !report_.complete; }
  bool fails(const Found& found) const {
    return std::any_of(found.begin(), found.end(),
                       [&](const Diagnostic* finding) { return finding->severity >= report_.fails; });
  }

  std::string case_xml(Rule rule, std::string_view subject, const Found& found) const {
    const std::string head =
        "    <testcase" + attribute("classname", info(rule).id) + attribute("name", subject.empty() ? "plan" : subject);
    if (is_skipped(found))
      return head + ">\n      <skipped message=\"the plan cannot be checked\"/>\n    </testcase>\n";
    if (found.empty()) return head + "/>\n";
    return head + attribute("file", report_.files.name(found.front()->place.file)) + ">\n" +
           findings_xml(found, report_, fails(found)) + "    </testcase>\n";
  }

  const FindingReport& report_;
  const std::set<std::string_view> subjects_;
  std::map<Rule, FoundOfRule> found_;
};

}  // namespace

void write_junit(const FindingReport& report, TextOut& out) { JunitDocument(report).write(out); }

}  // namespace saldo
